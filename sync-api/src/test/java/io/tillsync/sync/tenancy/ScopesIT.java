package io.tillsync.sync.tenancy;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Effect;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code X-Store-Id} and {@code X-Business-Id}: what a call is about, said or implied. */
@SyncServer
class ScopesIT {

    private static final String STORE = "X-Store-Id";
    private static final String BUSINESS = "X-Business-Id";
    private static final String CHANGES = "/sync/changes?since=2000-01-01T00:00:00.000Z";

    @Autowired
    private World world;

    private Shop shop;
    private Shop other;

    @BeforeAll
    void open() {
        shop = world.newShop();
        other = world.shop();
    }

    private Answer price(Api api) {
        return api.post("/store-prices", fields("productId", shop.product().id(), "price", 3));
    }

    @Test
    void theOnlyStoreOfAUserIsImplied() {
        Api manager = shop.limited("manager");
        String made = price(manager).is(201).id();
        shop.boss().get("/store-prices/" + made).is(200);
        world.admin().in(shop.two()).get("/store-prices/" + made).is(404, "not-found");
        manager.get("/stocks").is(200);
        manager.get("/sync/full").is(200);
        manager.get(CHANGES).is(200);
    }

    @Test
    void theOnlyStoreOfABusinessIsImplied() {
        String business = world.admin()
                .post("/businesses", fields("name", "Kiosk", "currency", "EUR"))
                .is(201)
                .id();
        Api ofBusiness = world.admin().with(BUSINESS, business);
        String manager = world.name("user");
        ofBusiness
                .post("/users", fields("username", manager, "password", World.PASSWORD, "role", "manager"))
                .is(201);
        Api api = world.user(manager);
        api.get("/products").is(200);
        api.get("/stocks").is(400, "invalid-parameter"); // there is none yet
        String store = ofBusiness
                .post("/stores", fields("name", "Kiosk", "timeZone", "UTC"))
                .is(201)
                .id();
        assertThat(api.get("/stocks").is(200).header("X-Sync-Log")).contains(store);
        ofBusiness.get("/stocks").is(200);
        ofBusiness.get("/sync/full").is(200);
        ofBusiness.post("/stores", fields("name", "Second", "timeZone", "UTC")).is(201);
        api.get("/stocks").is(400, "invalid-parameter");
    }

    @Test
    void severalStoresAndNoneNamedIsAskedBack() {
        for (Api api : List.of(
                shop.manager(), shop.admin(), world.admin(), world.admin().with(BUSINESS, shop.business()))) {
            api.get("/stocks").is(400, "invalid-parameter");
            api.get("/store-prices/any").is(400, "invalid-parameter");
            api.get("/stocks/any/history").is(400, "invalid-parameter");
            price(api).is(400, "invalid-parameter");
            api.key(world.name("key")).post("/stocks/adjustments", fields()).is(400, "invalid-parameter");
            api.get("/sync/full").is(400, "invalid-parameter");
            api.get(CHANGES).is(400, "invalid-parameter");
            api.get("/sync/check?token=any").is(400, "invalid-parameter");
            api.with("Content-Type", "text/csv")
                    .post("/imports/store-prices", "productId,price\n")
                    .is(400, "invalid-parameter");
        }
        shop.admin().post("/terminals", fields("name", "Till")).is(400, "invalid-parameter");
    }

    @Test
    void theBusinessOfAUserIsImplied() {
        String brand = shop.manager()
                .post("/brands", fields("name", world.name("Brand")))
                .is(201)
                .id();
        shop.cashier().get("/brands/" + brand).is(200);
        shop.limited("cashier").get("/brands/" + brand).is(200);
        shop.till().get("/brands/" + brand).is(200);
        other.manager().get("/brands/" + brand).is(404, "not-found");
    }

    @Test
    void severalBusinessesAndNoneNamedIsAskedBack() {
        Api boss = world.admin();
        boss.get("/products").is(400, "invalid-parameter");
        boss.get("/products/any").is(400, "invalid-parameter");
        boss.post("/brands", fields("name", "Any")).is(400, "invalid-parameter");
        boss.get("/imports/any").is(400, "invalid-parameter");
        boss.post("/stores", fields("name", "Any", "timeZone", "UTC")).is(400, "invalid-parameter");
    }

    @Test
    void whatLivesAtTheBusinessIsFoundByAnyOfItsStores() {
        Api boss = world.admin();
        String brand = boss.with(BUSINESS, shop.business())
                .post("/brands", fields("name", world.name("Brand")))
                .is(201)
                .id();
        for (Api api : List.of(
                boss.in(shop.one()),
                boss.in(shop.two()),
                boss.in(shop.two()).with(BUSINESS, shop.business()),
                shop.manager().in(shop.two()))) {
            Effect.of(api, "brands", () -> api.get("/brands/" + brand)).none().is(200);
            Effect.of(api, "brands", () -> api.post("/brands", fields("name", world.name("Brand"))))
                    .one()
                    .is(201);
        }
    }

    @Test
    void bothHeadersHaveToAgree() {
        Api boss = world.admin();
        boss.in(shop.one()).with(BUSINESS, shop.business()).get("/stocks").is(200);
        boss.in(shop.one()).with(BUSINESS, other.business()).get("/stocks").is(404, "not-found");
        boss.in(other.one()).with(BUSINESS, shop.business()).get("/products").is(404, "not-found");
        shop.manager()
                .in(shop.one())
                .with(BUSINESS, other.business())
                .get("/stocks")
                .is(404, "not-found");
        shop.till()
                .in(shop.one())
                .with(BUSINESS, shop.business())
                .get("/stocks")
                .is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a/b",
                "a b",
                "..",
                "*",
                "%00",
                "null",
                "$ne",
                "{}",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void whatIsNoIdIsNoStoreAndNoBusiness(String id) {
        for (Api api : List.of(shop.manager(), shop.limited("manager"), shop.till(), world.admin())) {
            for (String header : List.of(STORE, BUSINESS)) {
                api.with(header, id).get("/products").is(404, "not-found");
                api.with(header, id).get(CHANGES).is(404, "not-found");
            }
        }
        shop.manager().in(shop.one() + ", " + shop.two()).get("/stocks").is(404, "not-found");
        shop.manager().in(shop.one().toUpperCase(Locale.ROOT)).get("/stocks").is(404, "not-found");
    }

    @Test
    void aHeaderThatIsGivenTwiceIsRefused() {
        Api one = shop.manager().in(shop.one());
        one.in(shop.one()).get("/stocks").is(400, "malformed-request");
        one.in(other.one()).get("/stocks").is(400, "malformed-request");
        shop.till().in(shop.one()).in(shop.two()).get("/sync/full").is(400, "malformed-request");
        one.with(BUSINESS, shop.business())
                .with(BUSINESS, other.business())
                .get("/products")
                .is(400, "malformed-request");
        shop.admin().in(shop.one()).in(other.one()).get("/users").is(400, "malformed-request");
    }

    @Test
    void whoIsLimitedToStoresWritesOnlyWhatLivesThere() {
        Api manager = shop.limited("manager");
        Effect.of(shop.boss(), "store-prices", () -> price(manager.in(shop.one())))
                .one()
                .is(201);
        Api two = world.admin().in(shop.two());
        Effect.of(two, "store-prices", () -> price(manager.in(shop.two())))
                .none()
                .is(404, "not-found");
        Effect.of(
                        two,
                        "stocks",
                        () -> manager.in(shop.two())
                                .key(world.name("key"))
                                .post(
                                        "/stocks/adjustments",
                                        fields("productId", shop.product().id(), "delta", 1, "reason", "x")))
                .none()
                .is(404, "not-found");
        Effect.of(shop.boss(), "brands", () -> manager.post("/brands", fields("name", world.name("Brand"))))
                .none()
                .is(403, "forbidden");
        Effect.of(shop.boss(), "customers", () -> shop.limited("cashier").post("/customers", fields("name", "Ann")))
                .none()
                .is(403, "forbidden");
    }

    @Test
    void aUserOfTwoStoresNamesOneOfThem() {
        String store = world.admin()
                .with(BUSINESS, shop.business())
                .post("/stores", fields("name", "Third", "timeZone", "UTC"))
                .is(201)
                .id();
        String user = world.name("user");
        shop.newUser(user, "manager", List.of(shop.one(), store));
        Api api = world.user(user);
        api.get("/stocks").is(400, "invalid-parameter");
        price(api.in(shop.one())).is(201);
        price(api.in(store)).is(201);
        api.in(shop.two()).get("/stocks").is(404, "not-found");
    }
}
