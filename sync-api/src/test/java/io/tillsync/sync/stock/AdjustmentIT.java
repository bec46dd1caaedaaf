package io.tillsync.sync.stock;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Effect;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.Together;
import io.tillsync.sync.fixture.World;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Stock adjustments: the rows S of the decision table. */
@SyncServer
class AdjustmentIT {

    private static final String PATH = "/stocks/adjustments";

    @Autowired
    private World world;

    private Shop shop;
    private Api api;

    @BeforeAll
    void open() {
        shop = world.shop();
        api = shop.boss();
    }

    private static Map<String, @Nullable Object> delta(String product, Object delta) {
        return fields("productId", product, "delta", delta, "reason", "counted");
    }

    private Effect adjust(Map<String, @Nullable Object> body) {
        return Effect.of(api, "stocks", () -> api.key(world.name("key")).post(PATH, body));
    }

    @Test
    void s1AsksForAKey() {
        String product = shop.product().id();
        Effect.of(api, "stocks", () -> api.post(PATH, delta(product, 1))).none().is(428, "precondition-required");
    }

    @Test
    void s2Adds() {
        String product = shop.product().id();
        Answer first = adjust(delta(product, 5)).one().is(201);
        assertThat(first.header("ETag")).isEqualTo("\"v1\"");
        assertThat(first.data().path("productId").asString()).isEqualTo(product);
        assertThat(first.header("Location")).isEqualTo("/api/v1/stocks/" + first.id());
        Answer second = adjust(delta(product, new BigDecimal("-7.250"))).one().is(201);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.data().path("quantity").decimalValue()).isEqualByComparingTo("-2.25");
        assertThat(api.get("/stocks/" + first.id()).is(200).data()).isEqualTo(second.data());
        adjust(delta(product, new BigDecimal("2.25"))).one().is(201);
        assertThat(api.get("/stocks/" + first.id()).data().path("quantity").decimalValue())
                .isEqualByComparingTo("0");
    }

    @Test
    void s2AddsOnceForAKey() {
        String product = shop.product().id();
        Api keyed = api.key(world.name("key"));
        Answer first = keyed.post(PATH, delta(product, 5)).is(201);
        adjust(delta(product, 1)).one();
        Answer again = Effect.of(api, "stocks", () -> keyed.post(PATH, delta(product, 5)))
                .none();
        assertThat(again.is(201).text()).isEqualTo(first.text());
        keyed.post(PATH, delta(product, 6)).is(422, "idempotency-mismatch");
    }

    @Test
    void s2NeverConflicts() {
        String product = shop.product().id();
        Together.times(
                40,
                () -> api.key(world.name("key")).post(PATH, delta(product, 1)).is(201));
        String stock = api.get("/stocks?productId=" + product)
                .is(200)
                .data()
                .get(0)
                .path("id")
                .asString();
        assertThat(api.get("/stocks/" + stock).data().path("quantity").asInt()).isEqualTo(40);
    }

    @Test
    void s2KeepsTheStocksOfStoresApart() {
        String product = shop.product().id();
        adjust(delta(product, 5)).one();
        Api other = world.admin().in(shop.two());
        assertThat(other.get("/stocks?productId=" + product).data()).isEmpty();
        other.key(world.name("key")).post(PATH, delta(product, 2)).is(201);
        assertThat(api.get("/stocks?productId=" + product)
                        .data()
                        .get(0)
                        .path("quantity")
                        .asInt())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "0, delta:out-of-range",
        "0.0001, delta:too-many-decimals",
        "1e400, delta:out-of-range",
        "-1e400, delta:out-of-range",
        "1e-400, delta:too-many-decimals",
        "1000000000000, delta:out-of-range",
        "\"1\", delta:wrong-type",
        "null, delta:required",
        "true, delta:wrong-type"
    })
    void s2RefusesOtherNumbers(String delta, String error) {
        String body = "{\"productId\":\"%s\",\"reason\":\"counted\",\"delta\":%s}"
                .formatted(shop.product().id(), delta);
        Effect.of(api, "stocks", () -> api.key(world.name("key")).post(PATH, body))
                .none()
                .is(422, "validation-failed")
                .blames(error);
    }

    @Test
    void s2RefusesProductsThatAreNotThere() {
        String gone = shop.product().id();
        api.delete("/products/" + gone + "?syncVersion=1").is(204);
        for (String product :
                new String[] {"never-was", gone, world.newShop().product().id()}) {
            adjust(delta(product, 1)).none().is(422, "validation-failed").blames("productId:unknown-reference");
        }
        String stocked = shop.product().id();
        adjust(delta(stocked, 5)).one().is(201);
        api.delete("/products/" + stocked + "?syncVersion=1").is(204);
        adjust(delta(stocked, 1)).none().is(422, "validation-failed").blames("productId:unknown-reference");
        adjust(fields()).none().blames("productId:required", "delta:required", "reason:required");
        adjust(fields("productId", "a/b", "delta", 1, "reason", " ", "quantity", 4))
                .none()
                .blames("productId:wrong-type", "reason:blank", "quantity:unknown-field");
    }

    @Test
    void s3LeavesNoOtherWayToWriteStocks() {
        String product = shop.product().id();
        String stock = "/stocks/" + adjust(delta(product, 5)).one().id();
        for (Api caller : new Api[] {api, shop.manager().in(shop.one()), shop.till(), world.anonymous()}) {
            Answer put =
                    caller.put(stock, fields("syncVersion", 1, "quantity", 9)).is(405, "method-not-allowed");
            assertThat(put.header("Allow").split(", ")).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
            caller.patch(stock, fields("syncVersion", 1, "quantity", 9)).is(405, "method-not-allowed");
            caller.delete(stock + "?syncVersion=1").is(405, "method-not-allowed");
            caller.post(stock + "/restore", fields("syncVersion", 1)).is(405, "method-not-allowed");
            caller.post("/stocks", fields("productId", product, "quantity", 9)).is(405, "method-not-allowed");
        }
        assertThat(api.get(stock).is(200).version()).isEqualTo(1);
    }

    @Test
    void tillsAndThoseWhoOnlyReadMayNot() {
        String product = shop.product().id();
        for (Api caller : new Api[] {
            shop.till(), shop.cashier().in(shop.one()), shop.auditor().in(shop.one())
        }) {
            caller.key(world.name("key")).post(PATH, delta(product, 1)).is(403, "forbidden");
        }
        shop.manager()
                .in(shop.one())
                .key(world.name("key"))
                .post(PATH, delta(product, 1))
                .is(201);
        shop.limited("manager")
                .key(world.name("key"))
                .post(PATH, delta(product, 1))
                .is(201);
        shop.limited("manager")
                .in(shop.two())
                .key(world.name("key"))
                .post(PATH, delta(product, 1))
                .is(404);
    }
}
