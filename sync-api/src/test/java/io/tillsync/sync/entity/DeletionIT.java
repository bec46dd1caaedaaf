package io.tillsync.sync.entity;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Effect;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** DELETE and restore: the rows D and R of the decision table. */
@SyncServer
class DeletionIT {

    @Autowired
    private World world;

    private Shop shop;
    private Api api;

    @BeforeAll
    void open() {
        shop = world.shop();
        api = shop.boss();
    }

    static Stream<Arguments> ways() {
        return Stream.of(Subject.values())
                .flatMap(subject -> Stream.of(Way.values()).map(way -> Arguments.of(subject, way)));
    }

    private Effect delete(Subject subject, String path, Way way, long version) {
        return Effect.of(api, subject.type(), () -> way.send(api, "DELETE", path, version));
    }

    private Effect restore(Subject subject, String path, Way way, long version) {
        return Effect.of(api, subject.type(), () -> way.send(api, "POST", path + "/restore", version));
    }

    private String active(Subject subject) {
        return subject.path() + "/" + subject.create(shop).id();
    }

    private String deleted(Subject subject) {
        String path = active(subject);
        api.delete(path + "?syncVersion=1").is(204);
        return path;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void d1FindsNothing(Subject subject, Way way) {
        delete(subject, subject.path() + "/never-was", way, 1).none().is(404, "not-found");
        api.delete(subject.path() + "/never-was").is(404, "not-found");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void d2TellsOfTheTombstone(Subject subject, Way way) {
        String path = deleted(subject);
        for (long version : new long[] {1, 2, 3}) {
            Answer answer = delete(subject, path, way, version).none().is(410, "deleted");
            assertThat(answer.json().path("currentVersion").asLong()).isEqualTo(2);
        }
        api.delete(path).is(410, "deleted");
    }

    @ParameterizedTest
    @EnumSource
    void d3AsksForTheVersion(Subject subject) {
        String path = active(subject);
        Effect.of(api, subject.type(), () -> api.delete(path)).none().is(428, "precondition-required");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void d4LeavesATombstoneAndFreesUniqueValues(Subject subject, Way way) {
        Map<String, @Nullable Object> content = subject.fresh(shop);
        String path =
                subject.path() + "/" + api.post(subject.path(), content).is(201).id();
        Answer answer = delete(subject, path, way, 1).one().is(204);
        assertThat(answer.bytes()).isEmpty();
        api.get(path).is(410, "deleted");
        Answer newest = api.get(path + "/history").is(200);
        assertThat(newest.data().get(0).path("changeType").asString()).isEqualTo("deleted");
        assertThat(newest.data().get(0).path("state").has("deletedAt")).isTrue();
        api.post(subject.path(), content).is(201); // with the same unique value
    }

    @Test
    void d5KeepsWhatOthersOfItsLevelPointTo() {
        String category = shop.create("categories", "name", world.name("Teas")).id();
        String product = shop.product("categoryId", category).id();
        Answer answer = Effect.of(api, "categories", () -> api.delete("/categories/" + category + "?syncVersion=1"))
                .none()
                .is(409, "still-referenced");
        assertThat(answer.json().path("entityType").asString()).isEqualTo("products");
        assertThat(answer.json().path("entityId").asString()).isEqualTo(product);
        api.delete("/products/" + product + "?syncVersion=1").is(204);
        api.delete("/categories/" + category + "?syncVersion=1").is(204);
    }

    @Test
    void d5LetsGoWhatOnlyStoresPointTo() {
        String product = shop.product().id();
        shop.create("store-prices", "productId", product, "price", 2);
        api.delete("/products/" + product + "?syncVersion=1").is(204);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void d6RefusesAnotherVersion(Subject subject, Way way) {
        String path = active(subject);
        api.patch(path, fields("syncVersion", 1, "price", 3)).is(200);
        Answer stale = delete(subject, path, way, 1).none().is(way.conflict(), "version-conflict");
        assertThat(stale.json().path("server").path("price").asInt()).isEqualTo(3);
        assertThat(stale.json().path("currentVersion").asLong()).isEqualTo(2);
        delete(subject, path, way, 3).none().is(way.conflict(), "version-conflict");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void r1FindsNothing(Subject subject, Way way) {
        restore(subject, subject.path() + "/never-was", way, 1).none().is(404, "not-found");
        api.post(subject.path() + "/never-was/restore").is(404, "not-found");
    }

    @ParameterizedTest
    @EnumSource
    void r2AsksForTheVersion(Subject subject) {
        for (String path : new String[] {active(subject), deleted(subject)}) {
            Effect.of(api, subject.type(), () -> api.post(path + "/restore"))
                    .none()
                    .is(428, "precondition-required");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void r3Restores(Subject subject, Way way) {
        String path = active(subject);
        Answer before = api.get(path);
        api.delete(path + "?syncVersion=1").is(204);
        Answer answer = restore(subject, path, way, 2).one().is(200);
        assertThat(answer.header("ETag")).isEqualTo("\"v3\"");
        assertThat(answer.data().path("price")).isEqualTo(before.data().path("price"));
        assertThat(answer.data().path("createdAt")).isEqualTo(before.data().path("createdAt"));
        assertThat(answer.data().has("deletedAt")).isFalse();
        assertThat(api.get(path).is(200).data()).isEqualTo(answer.data());
        assertThat(api.get(path + "/history").data().get(0).path("changeType").asString())
                .isEqualTo("restored");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void r4RefusesAnotherVersion(Subject subject, Way way) {
        String path = deleted(subject);
        restore(subject, path, way, 1).none().is(way.conflict(), "version-conflict");
        restore(subject, path, way, 3).none().is(way.conflict(), "version-conflict");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void r5RefusesAUniqueValueTakenSince(Subject subject, Way way) {
        Map<String, @Nullable Object> content = subject.fresh(shop);
        String path =
                subject.path() + "/" + api.post(subject.path(), content).is(201).id();
        api.delete(path + "?syncVersion=1").is(204);
        String holder = api.post(subject.path(), content).is(201).id();
        Answer answer = restore(subject, path, way, 2).none().is(409, "duplicate-value");
        assertThat(answer.json().path("holderId").asString()).isEqualTo(holder);
    }

    @ParameterizedTest
    @EnumSource
    void r6RefusesWhereAReferenceIsGone(Way way) {
        String category = shop.create("categories", "name", world.name("Teas")).id();
        String product = "/products/" + shop.product("categoryId", category).id();
        api.delete(product + "?syncVersion=1").is(204);
        api.delete("/categories/" + category + "?syncVersion=1").is(204);
        restore(Subject.PRODUCTS, product, way, 2)
                .none()
                .is(422, "validation-failed")
                .blames("categoryId:unknown-reference");

        String sold = shop.product().id();
        String price = "/store-prices/"
                + shop.create("store-prices", "productId", sold, "price", 2).id();
        api.delete(price + "?syncVersion=1").is(204);
        api.delete("/products/" + sold + "?syncVersion=1").is(204);
        restore(Subject.STORE_PRICES, price, way, 2)
                .none()
                .is(422, "validation-failed")
                .blames("productId:unknown-reference");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void r7LeavesWhatIsActive(Subject subject, Way way) {
        String path = active(subject);
        Answer answer = restore(subject, path, way, 1).none().is(200);
        assertThat(answer.header("ETag")).isEqualTo("\"v1\"");
    }
}
