package io.tillsync.sync.input;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Ids, addresses and media types that are wrong, on calls that there are. */
@SyncServer
class BadAddressesIT {

    @Autowired
    private World world;

    private Api api;
    private String product = "";

    @BeforeAll
    void open() {
        Shop shop = world.shop();
        api = shop.boss();
        product = "/products/" + shop.product().id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a%2Fb", " a", "a b", "ä", "a:b", "$a", "a.b", "a|b", "*"})
    void refusesAnIdThatIsNone(String id) {
        api.post("/products", fields("id", id, "name", "Tea", "price", 1))
                .is(422, "validation-failed")
                .blames("id:invalid-value");
    }

    @Test
    void takesIdsOfAtMostSixtyFourCharacters() {
        api.post("/products", fields("id", "i".repeat(65), "name", "Tea", "price", 1))
                .is(422, "validation-failed");
        api.post("/products", fields("id", 5, "name", "Tea", "price", 1)).is(422, "validation-failed");
        String id = world.name("i".repeat(50));
        api.post("/products", fields("id", id, "name", "Tea", "price", 1)).is(201);
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            String body = List.of("PUT", "PATCH").contains(method) ? "{}" : "";
            api.send(method, "/products/" + "i".repeat(65), body).is(404, "not-found");
            api.send(method, "/products/" + "i".repeat(5000), body).is(404, "not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/products/a%2Fb",
                "/products/..%2Fusers",
                "/products/a%00",
                "/products/a;x=1",
                "/products//x",
                "/products/a%0Ab"
            })
    void refusesAnAddressThatIsNone(String path) {
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            api.send(method, path, "").is(400, "malformed-request");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/products/.",
                "/products/..",
                "/products/%20",
                "/products/*",
                "/products/$x",
                "/products/a.b",
                "/products/x/",
                "/products/x/y/z",
                "/"
            })
    void findsNothingAtAnAddressThatIsNobodys(String path) {
        Answer answer = api.get(path);
        assertThat(answer.status()).as(answer::toString).isIn(400, 404);
        answer.is(answer.status(), answer.status() == 404 ? "not-found" : "malformed-request");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 415",
        "application/x-www-form-urlencoded, 415",
        "multipart/form-data;boundary=x, 415",
        "application/xml, 415"
    })
    void refusesBodiesOfOtherTypes(String type, int status) {
        api.with("Content-Type", type)
                .post("/products", "{\"name\":\"Tea\",\"price\":1}")
                .is(status, "unsupported-media-type");
        api.with("Content-Type", type).patch(product, "{}").is(status, "unsupported-media-type");
    }

    @Test
    void refusesAVeryLongQuery() {
        api.get("/products?q=" + "x".repeat(10_000)).is(400, "invalid-parameter");
        api.get("/products?q=" + "x".repeat(20_000)).is(400, "malformed-request");
    }

    @Test
    void refusesToAnswerInAnotherForm() {
        for (String path : List.of("/products", product, "/sync/full", "/sync/changes")) {
            api.with("Accept", "text/html").get(path).is(406, "not-acceptable");
        }
    }
}
