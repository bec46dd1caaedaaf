package io.tillsync.sync.changes;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a till is told of changes, and in which form. */
@SyncServer
class ChangesIT {

    @Autowired
    private World world;

    private Shop shop;
    private Api api;
    private Api till;

    @BeforeEach
    void open() {
        shop = world.newShop();
        api = shop.boss();
        till = shop.till();
    }

    private Answer since(String token) {
        return till.get("/sync/changes?token=" + token).is(200);
    }

    private void delete(String id, long version) {
        api.delete("/products/" + id + "?syncVersion=" + version).is(204);
    }

    private void restore(String id, long version) {
        api.post("/products/" + id + "/restore?syncVersion=" + version).is(200);
    }

    private void price(String id, long version, int price) {
        api.patch("/products/" + id, fields("syncVersion", version, "price", price))
                .is(200);
    }

    /** The products of an answer, each once, as {@code kind:id}. */
    private static List<String> products(Answer answer) {
        JsonNode products = answer.data().path("products");
        return List.of("created", "updated", "deleted").stream()
                .flatMap(kind -> StreamSupport.stream(products.path(kind).spliterator(), false)
                        .map(one -> kind + ":" + (one.isString() ? one : one.path("id")).asString()))
                .toList();
    }

    @Test
    void tellsWhatWasCreatedUpdatedAndDeleted() {
        String updated = shop.product().id();
        String deleted = shop.product().id();
        String token = shop.token();
        String created = shop.product().id();
        price(updated, 1, 5);
        delete(deleted, 1);

        Answer answer = since(token);

        assertThat(products(answer)).containsExactly("created:" + created, "updated:" + updated, "deleted:" + deleted);
        JsonNode products = answer.data().path("products");
        assertThat(products.path("created").path(0))
                .isEqualTo(api.get("/products/" + created).data());
        assertThat(products.path("updated").path(0))
                .isEqualTo(api.get("/products/" + updated).data());
        assertThat(products.path("total").asLong()).isEqualTo(2);
        assertThat(answer.data().propertyNames()).containsExactly("products");
        assertThat(answer.json().path("totalRecords").asInt()).isEqualTo(3);
        assertThat(answer.json().path("hasChanges").asBoolean()).isTrue();
        assertThat(answer.json().path("hasMore").asBoolean()).isFalse();
        assertThat(answer.json().path("syncToken").asString()).isEqualTo(shop.token());
    }

    @Test
    void tellsOfEachOnceInItsLastState() {
        String token = shop.token();
        String created = shop.product().id();
        for (int version = 1; version <= 4; version++) {
            price(created, version, 10 + version);
        }

        Answer first = since(token);
        assertThat(products(first)).containsExactly("created:" + created);
        assertThat(first.data().at("/products/created/0/price").asInt()).isEqualTo(14);
        assertThat(first.json().path("totalRecords").asInt()).isEqualTo(1);

        price(created, 5, 20);
        price(created, 6, 21);
        Answer second = since(first.json().path("syncToken").asString());
        assertThat(products(second)).containsExactly("updated:" + created);
        assertThat(second.data().at("/products/updated/0/syncVersion").asLong()).isEqualTo(7);
    }

    @Test
    void comparesWhatWasActiveAtTheTokenWithWhatIsNow() {
        String kept = shop.product().id();
        String tombstone = shop.product().id();
        String other = shop.product().id();
        delete(tombstone, 1);
        delete(other, 1);
        String token = shop.token();
        String brief = shop.product().id();
        delete(brief, 1);
        delete(kept, 1);
        restore(kept, 2);
        restore(tombstone, 2);
        restore(other, 2);
        delete(other, 3);

        assertThat(products(since(token)))
                .containsExactlyInAnyOrder(
                        "deleted:" + brief, "updated:" + kept, "created:" + tombstone, "deleted:" + other);
    }

    @Test
    void countsWhatIsActive() {
        String one = shop.product().id();
        String two = shop.product().id();
        String token = shop.token();
        delete(one, 1);
        assertThat(since(token).data().at("/products/total").asLong()).isEqualTo(1);
        delete(two, 1);
        assertThat(since(token).data().at("/products/total").asLong(-1)).isZero();
        restore(one, 2);
        assertThat(since(token).data().at("/products/total").asLong()).isEqualTo(1);
    }

    @Test
    void saysThatThereIsNothing() {
        shop.product();
        String token = shop.token();

        Answer answer = since(token);

        assertThat(answer.data()).isEmpty();
        assertThat(answer.json().path("syncToken").asString()).isEqualTo(token);
        assertThat(answer.json().path("hasChanges").asBoolean(true)).isFalse();
        assertThat(answer.json().path("hasMore").asBoolean(true)).isFalse();
        assertThat(answer.json().path("totalRecords").asInt(-1)).isZero();
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "data", "syncToken", "serverTimestamp", "hasChanges", "hasMore", "totalRecords");
    }

    @Test
    void namesTypesWithoutChangesWhereTheyWereAskedFor() {
        shop.create("brands", "name", "Acme");
        String token = shop.token();
        shop.product();
        shop.create("store-settings", "id", "s", "value", 1);

        Answer answer = till.get("/sync/changes?entities=products,brands&token=" + token)
                .is(200);

        assertThat(answer.data().propertyNames()).containsExactlyInAnyOrder("products", "brands");
        JsonNode brands = answer.data().path("brands");
        assertThat(brands.propertyNames()).containsExactlyInAnyOrder("created", "updated", "deleted", "total");
        assertThat(brands.path("created")).isEmpty();
        assertThat(brands.path("total").asLong()).isEqualTo(1);
        assertThat(answer.json().path("totalRecords").asInt()).isEqualTo(1);
        assertThat(answer.json().path("syncToken").asString()).isEqualTo(shop.token());
    }

    @Test
    void saysThatNothingOfTheTypesHasChangedThoughTheTokenMovesOn() {
        String token = shop.token();
        shop.product();

        Answer answer = till.get("/sync/changes?entities=brands&token=" + token).is(200);

        assertThat(answer.json().path("hasChanges").asBoolean(true)).isFalse();
        assertThat(answer.json().path("syncToken").asString())
                .isNotEqualTo(token)
                .isEqualTo(shop.token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sync", "/sync/changes"})
    void hasTheSameUnderBothNames(String path) {
        String token = shop.token();
        shop.product();
        shop.create("customers", "name", "Ann");

        assertThat(till.get(path + "?token=" + token).is(200).json())
                .isEqualTo(since(token).json());
    }

    @Test
    void givesOneTypeUnderItsOwnAddress() {
        String token = shop.token();
        shop.product();
        shop.create("customers", "name", "Ann");

        assertThat(till.get("/sync/products?token=" + token).is(200).json())
                .isEqualTo(till.get("/sync/changes?entities=products&token=" + token)
                        .json());
        assertThat(till.get("/sync/stocks?token=" + token).is(200).data().propertyNames())
                .containsExactly("stocks");
        till.get("/sync/products?entities=products&token=" + token).is(400, "invalid-parameter");
        till.get("/sync/products").is(400, "invalid-parameter");
        for (String type : List.of("nothing", "users", "businesses", "terminals", "Products")) {
            till.get("/sync/" + type + "?token=" + token).is(404, "not-found");
        }
    }

    @Test
    void tellsNothingOfOtherStoresOrBusinesses() {
        String token = shop.token();
        shop.admin()
                .in(shop.two())
                .post("/store-settings", fields("id", "s", "value", 1))
                .is(201);
        world.newShop().product();

        assertThat(since(token).json().path("hasChanges").asBoolean(true)).isFalse();
        assertThat(since(token).json().path("syncToken").asString()).isEqualTo(token);
    }
}
