package io.tillsync.sync.cache;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.DatabaseCommands;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import io.tillsync.sync.redis.RealRedis;
import io.tillsync.sync.redis.Redis;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Reads of a server that has a Redis. */
@SyncServer
@DirtiesContext
class CachedReadsIT {

    private static RealRedis server;

    @Autowired
    private World world;

    @Autowired
    private Redis redis;

    @Autowired
    private DatabaseCommands commands;

    private Shop shop;

    @DynamicPropertySource
    static void start(DynamicPropertyRegistry registry) {
        server = RealRedis.open();
        registry.add("tillsync.redis.url", server::url);
        registry.add("tillsync.redis.timeout", () -> "2s"); // What the machine does besides makes nothing slow.
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        await().until(redis::isConnected);
        shop = world.newShop();
        IntStream.range(0, 30).forEach(i -> shop.product("id", "p" + (10 + i)));
    }

    /** Reads until a read finds what was kept. */
    private void awaitKept(Api api, String path) {
        api.get(path).is(200);
        await().until(() ->
                commands.during(() -> api.get(path).is(200)).stream().noneMatch(command -> command.startsWith("find")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/products",
                "/products?limit=7&sort=-name",
                "/products?q=product",
                "/sync/full?limit=12",
                "/sync/full?entities=products"
            })
    void areTheSameWithoutTheDatabase(String path) {
        Answer first = shop.boss().get(path).is(200);
        awaitKept(shop.boss(), path);
        Stream.of(shop.boss(), shop.manager().in(shop.one()), shop.cashier().in(shop.one()), shop.till())
                .forEach(api -> assertThat(api.get(path).is(200).json()).isEqualTo(first.json()));
    }

    @Test
    void areOfTheStateAfterEveryWrite() {
        Api till = shop.till();
        for (int version = 1; version < 10; version++) {
            String name = world.name("Tea");
            shop.boss()
                    .patch("/products/p20", fields("syncVersion", version, "name", name))
                    .is(200);
            for (String path : List.of("/products?limit=500", "/products?q=tea", "/sync/full?limit=10000")) {
                assertThat(till.get(path).is(200).text()).as(path).contains(name);
                assertThat(till.get(path).is(200).text()).as(path).contains(name);
            }
        }
    }

    @Test
    void ofAPartThatHasNotChangedStayKept() {
        List<String> tokens = new ArrayList<>(List.of(""));
        for (int i = 0; i < 3; i++) {
            tokens.add(page(tokens.getLast()).path("nextPageToken").asString());
        }
        tokens.forEach(token -> awaitKept(shop.till(), path(token)));

        shop.boss()
                .patch("/products/p10", fields("syncVersion", 1, "name", "New"))
                .is(200);

        assertThat(commands.during(() -> page("")))
                .anyMatch(command -> command.startsWith("find") && command.contains("products"));
        tokens.stream()
                .skip(1)
                .forEach(token -> assertThat(commands.during(() -> page(token)))
                        .noneMatch(command -> command.startsWith("find")));
    }

    private static String path(String token) {
        return "/sync/full?entities=products&limit=8" + (token.isEmpty() ? "" : "&pageToken=" + token);
    }

    private JsonNode page(String token) {
        return shop.till().get(path(token)).is(200).json();
    }

    @Test
    void areCountedAndCanBeThrownAway() {
        awaitKept(shop.boss(), "/products");
        shop.boss().get("/store-prices").is(200);
        await().until(() -> number("store-prices", "keys") == 1);

        assertThat(number("products", "keys")).isEqualTo(1);
        assertThat(number("products", "hits")).isPositive();
        assertThat(number("products", "misses")).isPositive();
        assertThat(number("products", "memory")).isGreaterThan(1_000);
        assertThat(world.newShop().boss().get("/cache/stats").is(200).data().findValuesAsString("keys"))
                .as("another business")
                .allMatch("0"::equals);

        shop.boss().delete("/cache/store").is(204);
        assertThat(number("store-prices", "keys")).isZero();
        assertThat(number("products", "keys")).isEqualTo(1);
        shop.boss().delete("/cache/products").is(204);
        assertThat(number("products", "keys")).isZero();
        shop.boss().delete("/cache/nonsense").is(404, "not-found");
    }

    private long number(String type, String name) {
        JsonNode stats = shop.boss().get("/cache/stats").is(200).data();
        assertThat(stats.path("connected").asBoolean()).isTrue();
        assertThat(stats.path("complete").asBoolean()).isTrue();
        return stats.path("types")
                .valueStream()
                .filter(each -> each.path("type").asString().equals(type))
                .findFirst()
                .orElseThrow()
                .path(name)
                .asLong();
    }

    /** Does something to everything that is kept. */
    private static void garble(String script) {
        server.send("EVAL \"for _, key in ipairs(redis.call('KEYS', '*')) do " + script + " end return 'OK'\" 0");
    }

    @Test
    void goOnWhateverHappensToRedis() {
        List<Runnable> troubles = List.of(
                () -> server.send("FLUSHALL"),
                () -> garble("redis.call('SET', key, '')"),
                () -> garble("redis.call('SET', key, '0123456789abcdef')"),
                () -> garble("redis.call('SET', key, string.rep(string.char(0), 20))"),
                () -> garble("redis.call('DEL', key) redis.call('LPUSH', key, 'no text')"),
                server::hang,
                server::goOn,
                server::kill,
                server::start,
                () -> server.send("CONFIG SET maxmemory 1"),
                () -> server.send("CONFIG SET maxmemory 0"),
                () -> server.send("CLIENT KILL TYPE normal"),
                () -> server.send("CLIENT KILL TYPE pubsub"));
        int version = 1;
        for (Runnable trouble : troubles) {
            trouble.run();
            for (int i = 0; i < 10; i++) {
                String name = world.name("Changed");
                shop.boss()
                        .patch("/products/p20", fields("syncVersion", version++, "name", name))
                        .is(200);
                for (String path : List.of("/products?limit=500", "/sync/full?limit=10000", "/products/p20")) {
                    assertThat(shop.till().get(path).is(200).text()).contains(name);
                }
            }
            shop.boss().get("/cache/stats").is(200);
            shop.boss().delete("/cache/products").is(204);
        }
        await().until(redis::isConnected);
        awaitKept(shop.till(), "/products");
    }
}
