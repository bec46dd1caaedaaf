package io.tillsync.sync.full;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.core.type.EntityType;
import io.tillsync.sync.call.SyncTypes;
import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Copy;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The first load, page by page. */
@SyncServer
class FullSyncIT {

    @Autowired
    private World world;

    @Autowired
    private SyncTypes types;

    private Shop shop;
    private Api till;

    @BeforeAll
    void fill() {
        shop = world.newShop();
        till = shop.till();
        String category = shop.create("categories", "name", "Drinks").id();
        for (int i = 0; i < 7; i++) {
            shop.product("categoryId", category);
        }
        String product = shop.product().id();
        shop.create("store-prices", "productId", product, "price", 2);
        shop.create("store-settings", "id", "printer", "value", "P1");
        shop.create("settings", "id", "greeting", "value", List.of("Hello", 1));
    }

    /** All pages of a load. */
    private List<Answer> pages(Api caller, String query) {
        return from(caller.get("/sync/full?" + query).is(200), caller, query);
    }

    /** A page, and all after it. */
    private static List<Answer> from(Answer first, Api caller, String query) {
        List<Answer> pages = new ArrayList<>(List.of(first));
        while (pages.getLast().json().has("nextPageToken")) {
            pages.add(caller.get("/sync/full?" + query + "&pageToken=" + next(pages.getLast()))
                    .is(200));
        }
        return pages;
    }

    private static String next(Answer page) {
        return page.json().path("nextPageToken").asString();
    }

    /** The entities of pages as {@code type/id}, in their order. */
    private static List<String> addresses(List<Answer> pages) {
        return pages.stream()
                .flatMap(page -> page.data().properties().stream())
                .flatMap(type -> StreamSupport.stream(type.getValue().spliterator(), false)
                        .map(state -> type.getKey() + "/" + state.path("id").asString()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 12, 10_000})
    void givesEveryEntityOnceWhateverTheLimit(int limit) {
        List<Answer> pages = pages(till, "limit=" + limit);

        assertThat(addresses(pages))
                .isEqualTo(addresses(List.of(till.get("/sync/full").is(200))))
                .hasSize(12)
                .doesNotHaveDuplicates();
        assertThat(pages).allMatch(page -> addresses(List.of(page)).size() <= limit);
    }

    @Test
    void givesTheStatesAsTheyAreReadOneByOne() {
        Answer page = till.get("/sync/full").is(200);

        page.data()
                .properties()
                .forEach(type -> type.getValue()
                        .forEach(state -> assertThat(state)
                                .isEqualTo(till.get("/" + type.getKey() + "/"
                                                + state.path("id").asString())
                                        .is(200)
                                        .data())));
    }

    @Test
    void onlyTheLastPageHasATokenToFollowFrom() {
        List<Answer> pages = pages(till, "limit=3");

        assertThat(pages).hasSizeGreaterThan(3);
        assertThat(pages.subList(0, pages.size() - 1))
                .allMatch(page -> !page.json().has("syncToken") && page.json().has("nextPageToken"));
        assertThat(pages.getLast().json().propertyNames()).containsExactlyInAnyOrder("data", "syncToken");
    }

    @Test
    void goesOnFromAnyPage() {
        List<Answer> pages = pages(till, "limit=2");

        for (int i = 0; i < pages.size() - 1; i++) {
            List<String> rest = addresses(from(pages.get(i), till, "limit=5"));
            assertThat(rest).isEqualTo(addresses(pages.subList(i, pages.size())));
        }
    }

    @Test
    void givesATypesEntitiesAfterThoseTheyReferTo() {
        List<String> names = List.copyOf(till.get("/sync/full").is(200).data().propertyNames());

        assertThat(names)
                .containsExactlyElementsOf(
                        types.all().stream().map(EntityType::name).toList());
        assertThat(types.all())
                .allSatisfy(type -> type.references().values().stream()
                        .filter(reference -> !reference.type().equals(type.name()))
                        .forEach(reference -> assertThat(names).containsSubsequence(reference.type(), type.name())));
    }

    /** Between the pages: some are made, before and behind the place that the load has reached, one is changed, one is deleted. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void followsOnWithAllThatChangedMeanwhile(int limit) {
        Shop own = world.newShop();
        Deque<String> there = new ArrayDeque<>();
        for (int i = 0; i < 12; i++) {
            there.add(own.product().id());
        }
        Copy copy = new Copy().load(own.till(), "limit=" + limit, page -> {
            if (there.size() > 1) {
                own.product("id", world.name("0"));
                own.product("id", world.name("z"));
                own.create("store-settings", "id", world.name("setting"), "value", 1);
                own.boss()
                        .patch("/products/" + there.removeFirst(), fields("syncVersion", 1, "price", 7))
                        .is(200);
                own.boss()
                        .delete("/products/" + there.removeLast() + "?syncVersion=1")
                        .is(204);
            }
        });

        copy.follow(own.till(), "limit=2");

        assertThat(copy.entities())
                .isEqualTo(new Copy().load(own.till(), "", page -> {}).entities());
    }

    @Test
    void leavesTombstonesOutAndGivesWhatWasRestored() {
        Shop own = world.newShop();
        String gone = own.product().id();
        String back = own.product().id();
        own.boss().delete("/products/" + gone + "?syncVersion=1").is(204);
        own.boss().delete("/products/" + back + "?syncVersion=1").is(204);
        own.boss().post("/products/" + back + "/restore?syncVersion=2").is(200);

        assertThat(addresses(pages(own.till(), "limit=1"))).containsExactly("products/" + back);
    }

    @Test
    void givesWhatIsOfTheOwnStore() {
        Shop own = world.newShop();
        own.create("store-settings", "id", "one", "value", 1);
        own.admin()
                .in(own.two())
                .post("/store-settings", fields("id", "two", "value", 2))
                .is(201);

        assertThat(addresses(pages(own.till(), ""))).containsExactly("store-settings/one");
        assertThat(addresses(pages(own.otherTill(), ""))).containsExactly("store-settings/two");
        assertThat(addresses(pages(own.cashier().in(own.two()), ""))).containsExactly("store-settings/two");
    }

    @Test
    void anEmptyBusinessIsOnePage() {
        Answer page = world.newShop().till().get("/sync/full?limit=1").is(200);

        assertThat(page.data().findValues("id")).isEmpty();
        assertThat(page.json().has("syncToken")).isTrue();
    }

    @Test
    void moneyStaysDecimal() {
        Shop own = world.newShop();
        own.product("cost", new BigDecimal("99999999.99"));

        JsonNode state =
                own.till().get("/sync/full").is(200).data().path("products").path(0);

        assertThat(state.path("cost").decimalValue()).isEqualByComparingTo("99999999.99");
    }
}
