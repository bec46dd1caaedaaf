package io.tillsync.sync.input;

import static io.tillsync.sync.fixture.Api.fields;

import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Of several faults the first is told: each request here has all those that come later in the order, too. */
@SyncServer
class SeveralFaultsIT {

    @Autowired
    private World world;

    private Shop shop;

    @BeforeAll
    void open() {
        shop = world.shop();
    }

    private static Api wrong(Api caller) {
        return caller.with("Content-Type", "text/plain").with("If-Match", "v1");
    }

    @Test
    void theMethodComesFirst() {
        wrong(world.anonymous())
                .in("never-was")
                .send("DELETE", "/products", "x")
                .is(405, "method-not-allowed");
        wrong(world.anonymous()).in("never-was").send("PUT", "/stocks/x", "x").is(405, "method-not-allowed");
        wrong(world.anonymous()).in("never-was").send("POST", "/sync/full", "x").is(405, "method-not-allowed");
    }

    @Test
    void thenTheCaller() {
        wrong(world.anonymous()).in("never-was").post("/products", "{").is(401, "unauthenticated");
        wrong(world.anonymous().as("wrong"))
                .in("never-was")
                .put("/products/x", "{")
                .is(401, "unauthenticated");
        world.anonymous().in("never-was").get("/sync/changes?limit=0").is(401, "unauthenticated");
    }

    @Test
    void thenTheStore() {
        wrong(shop.cashier()).in("never-was").post("/products", "{").is(404, "not-found");
        wrong(shop.till()).in(shop.two()).put("/products/x", "{").is(404, "not-found");
        shop.cashier().in("never-was").get("/sync/changes?limit=0").is(404, "not-found");
        shop.cashier().in("never-was").get("/sync/full?limit=0&entities=x").is(404, "not-found");
        shop.cashier().in("never-was").get("/products?limit=0").is(404, "not-found");
    }

    @Test
    void thenTheRight() {
        wrong(shop.cashier()).in(shop.one()).post("/products", "{").is(403, "forbidden");
        wrong(shop.till()).put("/products/never-was", "{").is(403, "forbidden");
        wrong(shop.auditor()).delete("/products/never-was").is(403, "forbidden");
        wrong(shop.till()).post("/stocks/adjustments", "{").is(403, "forbidden");
        wrong(shop.manager()).post("/users", "{").is(403, "forbidden");
        shop.till().get("/products/never-was/history?limit=0").is(403, "forbidden");
    }

    @Test
    void thenTheMediaType() {
        Api text = shop.manager().with("Content-Type", "text/plain");
        text.post("/products", "{").is(415, "unsupported-media-type");
        text.put("/products/never-was", "{").is(415, "unsupported-media-type");
        text.patch("/products/never-was?onConflict=x", "{").is(415, "unsupported-media-type");
    }

    @Test
    void thenWhatCannotBeRead() {
        Api manager = shop.manager();
        manager.put("/products/never-was", "{").is(400, "malformed-request");
        manager.with("If-Match", "v1").put("/products/never-was", "{}").is(400, "malformed-request");
        manager.patch("/products/never-was?onConflict=x", "{}").is(400, "invalid-parameter");
        manager.get("/products/never-was/history?limit=0").is(400, "invalid-parameter");
        manager.key("").put("/products/never-was", "{}").is(400, "invalid-parameter");
    }

    @Test
    void thenWhetherItIsThere() {
        Api manager = shop.manager();
        String gone = "/products/" + shop.product().id();
        manager.delete(gone + "?syncVersion=1").is(204);
        manager.patch("/products/never-was", fields("nothing", 1)).is(404, "not-found");
        manager.patch(gone, fields("nothing", 1)).is(410, "deleted");
        manager.ifMatch(7).patch(gone, fields("nothing", 1)).is(410, "deleted");
        manager.delete("/products/never-was").is(404, "not-found");
    }

    @Test
    void thenTheVersionThenTheFieldsThenTheConflict() {
        Api manager = shop.manager();
        String taken = shop.product("sku", world.name("sku")).data().path("sku").asString();
        String path = "/products/" + shop.product().id();
        manager.patch(path, fields("nothing", 1, "sku", taken)).is(428, "precondition-required");
        manager.ifMatch(7).patch(path, fields("nothing", 1, "sku", taken)).is(422, "validation-failed");
        manager.ifMatch(7).patch(path, fields("sku", taken)).is(412, "version-conflict");
        manager.ifMatch(1).patch(path, fields("sku", taken)).is(409, "duplicate-value");
    }
}
