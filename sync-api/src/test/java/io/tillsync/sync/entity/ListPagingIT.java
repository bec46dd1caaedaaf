package io.tillsync.sync.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The order of lists, and their pages. */
@SyncServer
class ListPagingIT {

    @Autowired
    private World world;

    private Shop shop;
    private Api api;

    @BeforeAll
    void fill() {
        shop = world.newShop();
        api = shop.boss();
        shop.product("id", "d", "name", "apple", "price", new BigDecimal("2.50"), "sku", "S2");
        shop.product("id", "b", "name", "Äpfel", "price", new BigDecimal("10"));
        shop.product("id", "a", "name", "Banana", "price", new BigDecimal("2.5"), "sku", "s1");
        shop.product("id", "e", "name", "Apple", "price", new BigDecimal("0.1"));
        shop.product("id", "c", "name", "cherry", "price", new BigDecimal("0.10"), "sku", "S10");
        shop.product("id", "f", "name", "Zucchini", "price", new BigDecimal("99999999.99"));
        shop.product("id", "0", "name", "Gone", "price", 1);
        api.delete("/products/0?syncVersion=1").is(204);
    }

    private static List<String> walk(Api caller, String query, int limit, Runnable between) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Answer page =
                    caller.get("/products?limit=" + limit + query + cursor).is(200);
            assertThat(page.data().size()).isLessThanOrEqualTo(limit);
            assertThat(page.json().at("/page/limit").asInt()).isEqualTo(limit);
            ids.addAll(page.each("id"));
            cursor = page.json().at("/page/nextCursor").asString("");
            cursor = cursor.isEmpty() ? "" : "&cursor=" + cursor;
            between.run();
        } while (!cursor.isEmpty());
        return ids;
    }

    static Stream<Integer> limits() {
        return Stream.of(1, 2, 3, 4, 5, 6, 7, 500);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void givesEachOnceInTheOrderThatWasAskedFor(int limit) {
        assertOrder("", limit, List.of("a", "b", "c", "d", "e", "f"));
        assertOrder("&sort=price", limit, List.of("c", "e", "a", "d", "b", "f"));
        assertOrder("&sort=name", limit, List.of("d", "e", "a", "c", "f", "b"));
    }

    /** Equal values are in the order of ids. */
    private void assertOrder(String sort, int limit, List<String> expected) {
        assertThat(walk(api, sort, limit, () -> {})).as(sort + " by " + limit).isEqualTo(expected);
        if (!sort.isEmpty()) {
            List<String> reversed = new ArrayList<>(expected);
            Collections.reverse(reversed);
            assertThat(walk(api, sort.replace("sort=", "sort=-"), limit, () -> {}))
                    .as(sort + " down by " + limit)
                    .isEqualTo(reversed);
        }
    }

    @ParameterizedTest
    @MethodSource("limits")
    void givesThoseWithoutTheValueToo(int limit) {
        List<String> up = walk(api, "&sort=sku", limit, () -> {});
        List<String> down = walk(api, "&sort=-sku", limit, () -> {});

        assertThat(up).containsExactly("b", "e", "f", "a", "c", "d");
        Collections.reverse(down);
        assertThat(down).isEqualTo(up);
    }

    @ParameterizedTest
    @CsvSource({"1, name", "3, name", "1, -name", "2, -price", "2, price", "3, sku", "1, -sku"})
    void givesEachOnceWhileOthersAreInserted(int limit, String sort) {
        Shop own = world.newShop();
        Set<String> there = new TreeSet<>();
        for (int i = 0; i < 8; i++) {
            there.add(own.product("price", i % 3).id());
        }
        int[] rounds = {0};

        List<String> ids = walk(own.boss(), "&sort=" + sort, limit, () -> {
            if (rounds[0]++ < 6) {
                own.product("name", "A " + world.name("first"), "price", 0);
                own.product("name", "Z " + world.name("last"), "price", 9, "sku", world.name("sku"));
            }
        });

        assertThat(ids).doesNotHaveDuplicates().containsAll(there);
    }

    @Test
    void goesOnWhereTheLastOneOfAPageIsGone() {
        Shop own = world.newShop();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            made.add(own.product("name", "P" + i).id());
        }
        Answer first = own.boss().get("/products?sort=name&limit=2").is(200);
        own.boss().delete("/products/" + made.get(1) + "?syncVersion=1").is(204);

        assertThat(own.boss()
                        .get("/products?sort=name&cursor="
                                + first.json().at("/page/nextCursor").asString())
                        .is(200)
                        .each("id"))
                .containsExactly(made.get(2), made.get(3));
    }

    @Test
    void hasFiftyWhereNoLimitIsGiven() {
        assertThat(api.get("/products").is(200).json().at("/page/limit").asInt())
                .isEqualTo(50);
        assertThat(api.get("/products").json().path("page").has("nextCursor")).isFalse();
        api.get("/products?limit=500").is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "501", "1000000000", "99999999999999999999", "all", "1.0", ""})
    void refusesALimitThatIsNone(String limit) {
        api.get("/products?limit=" + limit).is(400, "invalid-parameter").blames("limit:out-of-range");
    }

    private String cursor(String query) {
        return api.get("/products?limit=2" + query)
                .is(200)
                .json()
                .at("/page/nextCursor")
                .asString();
    }

    @Test
    void refusesTheCursorOfAnotherOrder() {
        List<String> orders = List.of("", "&sort=name", "&sort=-name", "&sort=price", "&sort=sku");
        for (String one : orders) {
            for (String other : orders) {
                Answer answer = api.get("/products?cursor=" + cursor(one) + other);
                if (one.equals(other)) {
                    answer.is(200);
                } else {
                    answer.is(400, "invalid-parameter").blames("cursor:invalid-value");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "garbage",
                "e30",
                "bnVsbA",
                "W10",
                "IiI",
                "%00",
                "eyJvcmRlciI6ImlkIn0",
                "MQ",
                "%E2%82%AC"
            })
    void refusesACursorThatIsNone(String given) {
        api.get("/products?cursor=" + given).is(400, "invalid-parameter").blames("cursor:invalid-value");
        String whole = cursor("&sort=price");
        api.get("/products?sort=price&cursor=" + whole.substring(0, whole.length() / 2))
                .is(400, "invalid-parameter");
        api.get("/products?cursor=" + whole + "&cursor=" + whole).is(400, "invalid-parameter");
    }

    @Test
    void aCursorShowsNothingOfAnotherBusiness() {
        Shop other = world.newShop();
        String own = other.product("id", "z").id();

        assertThat(other.boss().get("/products?cursor=" + cursor("")).is(200).each("id"))
                .containsExactly(own);
    }
}
