package io.tillsync.sync.full;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What can be asked of a first load, and by whom. */
@SyncServer
class FullSyncRequestsIT {

    @Autowired
    private World world;

    private Shop shop;
    private Api till;
    private String second = "";

    @BeforeAll
    void fill() {
        shop = world.newShop();
        till = shop.till();
        for (int i = 0; i < 20; i++) {
            shop.product();
        }
        shop.create("units", "name", "Piece");
        second = till.get("/sync/full?limit=3")
                .is(200)
                .json()
                .path("nextPageToken")
                .asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10001", "1000000000", "99999999999999999999", "many", "1.5", "", "%20", "0x10"})
    void refusesALimitThatIsNone(String limit) {
        till.get("/sync/full?limit=" + limit).is(400, "invalid-parameter").blames("limit:out-of-range");
        till.get("/sync/full?limit=" + limit + "&pageToken=" + second)
                .is(400, "invalid-parameter")
                .blames("limit:out-of-range");
    }

    @Test
    void takesLimitsUpToTheBound() {
        till.get("/sync/full?limit=1").is(200);
        till.get("/sync/full?limit=10000").is(200);
    }

    @Test
    void givesTheTypesThatWereAskedFor() {
        Answer one = till.get("/sync/full?entities=units").is(200);
        assertThat(one.data().propertyNames()).containsExactly("units");
        assertThat(one.json().has("syncToken")).isTrue();
        for (String names : List.of("products,units", "units,products", "units,%20products", "units,products,units")) {
            assertThat(till.get("/sync/full?entities=" + names).is(200).data().propertyNames())
                    .as(names)
                    .containsExactly("units", "products");
        }
        assertThat(till.get("/sync/full?entities=brands").is(200).data().path("brands"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "product", "Products", "products,", ",", "products;units", "users", "terminals"})
    void refusesTypesThatAreNone(String names) {
        till.get("/sync/full?entities=" + names).is(400, "invalid-parameter").blames("entities:invalid-value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entities=units&entities=products", "limit=1&limit=2", "pageToken=&pageToken="})
    void refusesAParameterThatIsGivenTwice(String query) {
        till.get("/sync/full?" + query).is(400, "invalid-parameter");
    }

    @Test
    void asksOfAllPagesForTheSameTypes() {
        String next = till.get("/sync/full?entities=units,products&limit=3")
                .is(200)
                .json()
                .path("nextPageToken")
                .asString();
        assertThat(till.get("/sync/full?pageToken=" + next).is(200).data().propertyNames())
                .containsExactly("products");
        till.get("/sync/full?entities=products,units&pageToken=" + next).is(200);
        till.get("/sync/full?entities=products&pageToken=" + next)
                .is(400, "invalid-parameter")
                .blames("entities:invalid-value");
    }

    private List<String> spoilt() {
        List<String> spoilt = new ArrayList<>(List.of(
                second.substring(0, second.length() / 2),
                second.substring(second.length() / 2),
                second.substring(0, second.length() - 1),
                second + second,
                second + "A",
                second.toUpperCase(Locale.ROOT),
                "garbage",
                "..",
                "%00",
                "%E2%82%AC",
                "a,b",
                shop.token(),
                "x".repeat(5_000)));
        char middle = second.charAt(second.length() / 2);
        spoilt.add(second.replace(middle, middle == 'A' ? 'B' : 'A'));
        return spoilt;
    }

    @Test
    void refusesAPageTokenThatIsNone() {
        assertThat(spoilt())
                .allSatisfy(token -> till.get("/sync/full?pageToken=" + token).is(400, "invalid-sync-token"));
    }

    @Test
    void refusesAPageTokenOfAnotherStoreOrBusiness() {
        shop.otherTill().get("/sync/full?pageToken=" + second).is(400, "invalid-sync-token");
        world.newShop().till().get("/sync/full?pageToken=" + second).is(400, "invalid-sync-token");
        shop.cashier().in(shop.one()).get("/sync/full?pageToken=" + second).is(200);
    }

    @Test
    void beginsWhereThePageTokenIsEmpty() {
        assertThat(till.get("/sync/full?pageToken=").is(200).data())
                .isEqualTo(till.get("/sync/full").is(200).data());
    }

    @Test
    void isCompressedForWhoWantsIt() throws IOException {
        Answer plain = till.get("/sync/full").is(200);
        Answer small = till.with("Accept-Encoding", "gzip").get("/sync/full").is(200);

        assertThat(small.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(plain.find("Content-Encoding")).isEmpty();
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(small.bytes()))) {
            assertThat(gzip.readAllBytes()).isEqualTo(plain.bytes());
        }
        assertThat(small.bytes().length).isLessThan(plain.bytes().length / 2);
    }

    @Test
    void isOfTheStoreThatTheCallerNames() {
        assertThat(shop.limited("cashier").get("/sync/full").is(200).data())
                .isEqualTo(till.get("/sync/full").data());
        shop.cashier().get("/sync/full").is(400, "invalid-parameter");
        shop.auditor().in(shop.two()).get("/sync/full").is(200);
        world.admin().with("X-Business-Id", shop.business()).get("/sync/full").is(400, "invalid-parameter");
    }

    @Test
    void saysNothingToWhoSeesNothingOfIt() {
        Shop other = world.newShop();
        shop.limited("cashier").in(shop.two()).get("/sync/full").is(404, "not-found");
        till.in(shop.two()).get("/sync/full").is(404, "not-found");
        till.in(other.one()).get("/sync/full").is(404, "not-found");
        shop.manager().in(other.one()).get("/sync/full").is(404, "not-found");
        shop.manager().in("never-was").get("/sync/full").is(404, "not-found");
        world.anonymous().get("/sync/full").is(401, "unauthenticated");
        world.anonymous().as("wrong").get("/sync/full").is(401, "unauthenticated");
    }

    @Test
    void isForReading() {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            till.send(method, "/sync/full", "").is(405, "method-not-allowed");
        }
    }
}
