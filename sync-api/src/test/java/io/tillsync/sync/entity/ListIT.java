package io.tillsync.sync.entity;

import static io.tillsync.sync.fixture.Api.fields;
import static io.tillsync.sync.fixture.Api.query;
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

/** What a list finds, and when it is known already. */
@SyncServer
class ListIT {

    @Autowired
    private World world;

    private Shop shop;
    private Api api;

    @BeforeAll
    void fill() {
        shop = world.newShop();
        api = shop.manager();
        shop.create("categories", "id", "hot", "name", "Hot");
        product("green", "name", "Green Tea 500 g", "sku", "TEA-500", "barcode", "4001234567890", "categoryId", "hot");
        product("black", "name", "Black tea", "sku", "tea.*", "isActive", false);
        product("creme", "name", "Crème brûlée (50%)");
        product("teapot", "name", "Teapot, green");
        product("strasse", "name", "Straße [a-z]+");
        product("gone", "name", "Green tea, gone", "sku", "GONE");
        api.delete("/products/gone?syncVersion=1").is(204);
    }

    private void product(String id, Object... more) {
        shop.product(append("id", id, more));
    }

    private static Object[] append(String name, String value, Object... more) {
        Object[] all = new Object[more.length + 2];
        all[0] = name;
        all[1] = value;
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }

    private List<String> find(String text) {
        return api.get("/products?q=" + query(text)).is(200).each("id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tea            | green black teapot
            TEA            | green black teapot
            green tea      | green teapot
            tea gre        | green teapot
            te gr 5        | green
            een            |
            green coffee   |
            creme          | creme
            CRÈME BRÛ      | creme
            strasse        | strasse
            STRAßE         | strasse
            stras          | strasse
            50             | green creme
            500            | green
            """)
    void findsBeginningsOfWordsOfWhichAllMatch(String text, String ids) {
        assertThat(find(text)).containsExactlyInAnyOrder(ids == null ? new String[0] : ids.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "4001234567890, green",
        "TEA-500, green",
        "' TEA-500 ', green",
        "400123456789,",
        "4001234567890 x,",
        "tea.*, black teapot green"
    })
    void findsAWholeBarcodeOrSku(String text, String ids) {
        assertThat(find(text)).containsExactlyInAnyOrder(ids == null ? new String[0] : ids.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".*", "^", "$", "[", "(", "\\", "?", "%", "{\"$gt\":\"\"}", "€", "a||b", "*", "'", "\"", "/./"})
    void takesNothingForAPattern(String text) {
        assertThat(find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void findsAllWhereThereIsNoText(String text) {
        assertThat(find(text)).containsExactly("black", "creme", "green", "strasse", "teapot");
    }

    @Test
    void refusesAVeryLongText() {
        assertThat(find("x".repeat(200))).isEmpty();
        api.get("/products?q=" + "x".repeat(201)).is(400, "invalid-parameter").blames("q:too-long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            isActive=false                     | black
            isActive=true                      | creme green strasse teapot
            categoryId=hot                     | green
            categoryId=hot&isActive=false      |
            categoryId=never-was               |
            barcode=4001234567890              | green
            sku=TEA-500                        | green
            sku=GONE                           |
            q=tea&isActive=true&sort=-name     | teapot green
            """)
    void hasWhatFiltersSay(String filters, String ids) {
        assertThat(api.get("/products?" + filters).is(200).each("id"))
                .containsExactly(ids == null ? new String[0] : ids.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=Tea",
                "price=1",
                "id=green",
                "syncVersion=1",
                "nothing=1",
                "current.state.sku=x",
                "%24where=1",
                "isactive=true",
                "createdAs=x",
                "deletedAt=",
                "isActive=true&isActive=false",
                "q=a&q=b",
                "limit=1&limit=2",
                "sort=name&sort=price"
            })
    void refusesFiltersThatAreNotDeclared(String filter) {
        api.get("/products?" + filter).is(400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"isActive=maybe", "isActive=", "isActive=1", "categoryId=a%2Fb", "categoryId=", "sku=%00"})
    void refusesFiltersOfAnotherType(String filter) {
        api.get("/products?" + filter)
                .is(400, "invalid-parameter")
                .json()
                .path("errors")
                .forEach(error ->
                        assertThat(filter).startsWith(error.path("field").asString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "description",
                "barcode",
                "-isActive",
                "--name",
                "-",
                "name,price",
                "+name",
                "Name",
                "id",
                "updatedAt"
            })
    void refusesSortsThatAreNotDeclared(String sort) {
        api.get("/products?sort=" + query(sort)).is(400, "invalid-parameter").blames("sort:invalid-value");
    }

    @Test
    void isKnownAsLongAsNothingIsCommittedToItsHistory() {
        Shop own = world.newShop();
        Api caller = own.boss();
        own.product();
        Answer list = caller.get("/products").is(200);
        Api knowing = caller.with("If-None-Match", list.header("ETag"));

        assertThat(knowing.get("/products").is(304).bytes()).isEmpty();
        own.create("store-settings", "id", "s", "value", 1);
        knowing.get("/products").is(304);
        own.create("brands", "name", "Acme");
        knowing.get("/products").is(200);
        own.otherTill()
                .with("If-None-Match", list.header("ETag"))
                .get("/products")
                .is(200);
        caller.with("If-None-Match", "*").get("/products").is(304);
        caller.with("If-None-Match", "v1").get("/products").is(400, "malformed-request");
    }

    @Test
    void isOfWhatTheCallerSees() {
        shop.create("store-settings", "id", "s", "value", 1);
        assertThat(api.in(shop.one()).get("/store-settings").is(200).each("id")).containsExactly("s");
        assertThat(api.in(shop.two()).get("/store-settings").is(200).data()).isEmpty();
        assertThat(shop.till().get("/store-settings").is(200).each("id")).containsExactly("s");
        assertThat(shop.otherTill().get("/store-settings").is(200).data()).isEmpty();
        assertThat(world.newShop().till().get("/products").is(200).data()).isEmpty();
        api.get("/store-settings").is(400, "invalid-parameter");
        api.in(world.newShop().one()).get("/products").is(404, "not-found");
        api.get("/nothing").is(404, "not-found");
    }

    @Test
    void findsCustomersByTheirNumber() {
        shop.till()
                .post("/customers", fields("id", "ann", "name", "Ann Lee", "phone", "+49 30 1", "email", "a@b.c"))
                .is(201);
        for (String text : List.of("lee a", "+49 30 1", "a@b.c")) {
            assertThat(shop.till().get("/customers?q=" + query(text)).is(200).each("id"))
                    .as(text)
                    .containsExactly("ann");
        }
    }
}
