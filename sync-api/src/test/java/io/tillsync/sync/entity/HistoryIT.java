package io.tillsync.sync.entity;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The versions of an entity. */
@SyncServer
class HistoryIT {

    @Autowired
    private World world;

    private Shop shop;
    private Api api;
    private String path = "";

    /** A product with five versions: created, updated twice, deleted, restored. */
    @BeforeAll
    void open() {
        shop = world.newShop();
        api = shop.manager();
        path = "/products/"
                + api.post("/products", fields("name", "Tea", "price", 1))
                        .is(201)
                        .id();
        api.key("first")
                .patch(path, fields("syncVersion", 1, "price", 2, "sku", "T"))
                .is(200);
        shop.admin()
                .put(path, fields("syncVersion", 2, "name", "Green tea", "price", 2))
                .is(200);
        api.delete(path + "?syncVersion=3").is(204);
        api.post(path + "/restore?syncVersion=4").is(200);
        shop.product();
    }

    private Answer history(String query) {
        return api.get(path + "/history" + query).is(200);
    }

    private static List<String> each(Answer answer, String field) {
        return answer.each(field);
    }

    @Test
    void hasTheNewestFirst() {
        Answer all = history("");

        assertThat(each(all, "syncVersion")).containsExactly("5", "4", "3", "2", "1");
        assertThat(each(all, "changeType")).containsExactly("restored", "deleted", "updated", "updated", "created");
        List<Long> positions = each(all, "seq").stream().map(Long::valueOf).toList();
        assertThat(positions).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(all.json().path("page").path("limit").asInt()).isEqualTo(50);
        assertThat(all.json().path("page").has("nextCursor")).isFalse();
    }

    @Test
    void tellsWhoDidWhat() {
        JsonNode second = history("").data().path(3);

        assertThat(second.path("actor").path("name").asString()).isEqualTo(shop.business() + "-manager");
        assertThat(second.path("actor").path("kind").asString()).isEqualTo("user");
        assertThat(second.path("actor").path("role").asString()).isEqualTo("manager");
        assertThat(second.path("actor").has("address")).isFalse();
        assertThat(second.path("origin").asString()).isEqualTo("api");
        assertThat(second.path("operation").asString()).isNotBlank();
        assertThat(second.path("at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(history("").data().path(2).at("/actor/role").asString()).isEqualTo("admin");
    }

    @Test
    void tellsOfATill() {
        String customer =
                shop.till().post("/customers", fields("name", "Ann")).is(201).id();

        JsonNode made =
                api.get("/customers/" + customer + "/history").is(200).data().path(0);

        assertThat(made.path("origin").asString()).isEqualTo("till");
        assertThat(made.at("/actor/kind").asString()).isEqualTo("terminal");
    }

    @Test
    void hasEachStateAndWhatWasChanged() {
        JsonNode versions = history("").data();

        assertThat(versions.path(0).path("state")).isEqualTo(api.get(path).data());
        assertThat(versions.path(3).path("changed").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("price", "sku");
        assertThat(versions.path(2).path("changed").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("name", "sku");
        assertThat(versions.path(3).at("/state/sku").asString()).isEqualTo("T");
        assertThat(versions.path(2).path("state").has("sku")).isFalse();
        assertThat(versions.path(1).path("state").has("deletedAt")).isTrue();
        assertThat(versions.path(4).at("/state/price").asInt()).isEqualTo(1);
        versions.forEach(
                version -> assertThat(version.at("/state/syncVersion")).isEqualTo(version.path("syncVersion")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 500})
    void hasPages(int limit) {
        List<String> versions = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = history("?limit=" + limit + cursor);
            assertThat(page.data().size()).isBetween(1, limit);
            versions.addAll(each(page, "syncVersion"));
            String next = page.json().at("/page/nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        assertThat(versions).containsExactly("5", "4", "3", "2", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=501", "limit=1000000000", "limit=all", "limit=1&limit=2"})
    void refusesALimitThatIsNone(String query) {
        api.get(path + "/history?" + query).is(400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1", "999999999999", "9999999999999999999", ""})
    void refusesACursorThatIsNone(String cursor) {
        api.get(path + "/history?cursor=" + cursor).is(400, "invalid-parameter").blames("cursor:invalid-value");
    }

    @Test
    void staysWithATombstone() {
        String gone = "/products/" + shop.product().id();
        api.delete(gone + "?syncVersion=1").is(204);

        assertThat(each(api.get(gone + "/history").is(200), "changeType")).containsExactly("deleted", "created");
    }

    @Test
    void isReadByManagementAndAuditors() {
        for (Api caller : List.of(
                shop.admin(),
                shop.manager(),
                shop.auditor(),
                shop.limited("manager"),
                world.admin().in(shop.one()))) {
            caller.get(path + "/history").is(200);
        }
        for (Api caller : List.of(shop.cashier(), shop.till())) {
            caller.get(path + "/history").is(403, "forbidden");
            caller.get("/products/never-was/history").is(403, "forbidden");
        }
        world.anonymous().get(path + "/history").is(401, "unauthenticated");
    }

    @Test
    void isOnlyWhereTheEntityIs() {
        api.get("/products/never-was/history").is(404, "not-found");
        api.get("/categories" + path.substring("/products".length()) + "/history")
                .is(404, "not-found");
        api.get("/nothing/x/history").is(404, "not-found");
        world.newShop().manager().get(path + "/history").is(404, "not-found");
        api.post(path + "/history").is(405, "method-not-allowed");
    }

    @Test
    void isOfTheStoreThatIsNamed() {
        shop.create("store-settings", "id", "s", "value", 1);

        api.in(shop.one()).get("/store-settings/s/history").is(200);
        api.in(shop.two()).get("/store-settings/s/history").is(404, "not-found");
        api.get("/store-settings/s/history").is(400, "invalid-parameter");
    }
}
