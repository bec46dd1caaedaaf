package io.tillsync.sync.openapi;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Writers;
import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Makes each call of the document once, so that each is held against it: what was sent, and what came back. */
@SyncServer
class EveryCallIT {

    private static final String LONG_AGO = "since=2000-01-01T00:00:00.000Z";

    @Autowired
    World world;

    @Autowired
    Calls calls;

    @Autowired
    EntityTypes types;

    private final Set<String> succeeded = new ConcurrentSkipListSet<>();

    @BeforeAll
    void watch() {
        List<Call> all = calls.all();
        Api.observe((request, answer) -> {
            if (answer.status() < 300) {
                all.stream()
                        .filter(call -> call.method().name().equals(request.method()))
                        .filter(call ->
                                request.uri().getPath().matches(call.path().replace("{id}", "[^/]+")))
                        .map(Call::id)
                        .forEach(succeeded::add);
            }
        });
    }

    @Test
    void isAsDocumented() {
        Shop shop = world.newShop();
        types.all().filter(type -> type.level() != Level.INSTALLATION).forEach(type -> callAll(shop, type));
        register(shop);
        sync(shop);
        logIn();
        imports(shop);
        shop.boss().get("/cache/stats").is(200);
        shop.boss().delete("/cache/store").is(204);

        assertThat(calls.all().stream().map(Call::id))
                .allSatisfy(id -> assertThat(succeeded).contains(id));
    }

    private void callAll(Shop shop, EntityType type) {
        Api api = shop.boss();
        String list = "/" + type.name();
        String id;
        if (type.writers() == Writers.OWN_CALLS) {
            id = adjusted(shop);
        } else {
            Map<String, Object> content = content(shop, type);
            Answer made = api.key(world.name("key")).post(list, content).is(201);
            id = made.id();
            content.put("id", id);
            api.post(list, content).is(200);
            String one = list + "/" + id;
            api.ifMatch(1).put(one, content).is(200);
            api.with("Content-Type", "application/merge-patch+json")
                    .ifMatch(1)
                    .patch(one + "?onConflict=merge", fields())
                    .is(200);
            api.delete(one + "?syncVersion=1").is(204);
            api.post(one + "/restore", fields("syncVersion", 2)).is(200);
        }
        api.get(list + "?limit=1").is(200);
        EntitySchemas.sorts(type)
                .forEach(sort -> api.get(list + "?sort=" + sort).is(200));
        Answer read = api.get(list + "/" + id).is(200);
        api.with("If-None-Match", read.header("ETag")).get(list + "/" + id).is(304);
        api.get(list + "/" + id + "/history?limit=2").is(200);
        api.get("/sync" + list + "?" + LONG_AGO).is(200);
        api.delete("/cache" + list).is(204);
    }

    private String adjusted(Shop shop) {
        return shop.boss()
                .key(world.name("key"))
                .post(
                        "/stocks/adjustments",
                        fields("productId", shop.product().id(), "delta", -1.5, "reason", "Broken"))
                .is(201)
                .id();
    }

    private Map<String, Object> content(Shop shop, EntityType type) {
        Map<String, Object> content = new LinkedHashMap<>();
        type.fields().values().stream()
                .filter(Field::isRequired)
                .forEach(field -> content.put(field.name(), value(shop, field)));
        return content;
    }

    private Object value(Shop shop, Field field) {
        return switch (field.kind()) {
            case Kind.Text text -> world.name("Text");
            case Kind.Money money -> 1.25;
            case Kind.Decimal decimal -> 0.3;
            case Kind.Whole whole -> whole.min();
            case Kind.Flag flag -> true;
            case Kind.Choice choice -> choice.values().getFirst();
            case Kind.Reference reference ->
                reference.type().equals("products")
                        ? shop.product().id()
                        : shop.boss()
                                .post("/" + reference.type(), content(shop, types.get(reference.type())))
                                .is(201)
                                .id();
            case Kind.Json json -> Map.of("any", List.of(1, "value"));
        };
    }

    private void register(Shop shop) {
        Api admin = world.admin();
        for (String type : List.of("businesses", "stores", "users", "terminals")) {
            Answer made = made(shop, type);
            String one = "/" + type + "/" + made.id();
            admin.get("/" + type + "?q=x&limit=1").is(200);
            Answer read = admin.get(one).is(200);
            admin.with("If-None-Match", read.header("ETag")).get(one).is(304);
            String name = type.equals("users") ? "username" : "name";
            admin.ifMatch(1).patch(one, fields(name, world.name("Other"))).is(200);
            if (type.equals("users")) {
                admin.post(one + "/disable").is(200);
                admin.post(one + "/enable").is(200);
            }
            if (type.equals("terminals")) {
                admin.post(one + "/revoke").is(200);
            }
        }
    }

    private Answer made(Shop shop, String type) {
        Api admin = world.admin();
        return switch (type) {
            case "businesses" ->
                admin.post("/businesses", fields("name", "Any", "currency", "JPY"))
                        .is(201);
            case "stores" ->
                admin.with("X-Business-Id", shop.business())
                        .post("/stores", fields("name", "Any", "timeZone", "Asia/Tokyo"))
                        .is(201);
            case "users" -> shop.newUser(world.name("user"), "cashier", List.of(shop.one()));
            default ->
                admin.in(shop.one()).post("/terminals", fields("name", "Any")).is(201);
        };
    }

    private void sync(Shop shop) {
        Api till = shop.till();
        till.get("/sync/full?limit=1").is(200);
        String token = till.get("/sync/full?entities=products,stocks")
                .is(200)
                .json()
                .path("syncToken")
                .asString();
        till.get("/sync/check?wait=0&token=" + token).is(200);
        till.get("/sync?limit=3&" + LONG_AGO).is(200);
        Answer news = till.get("/sync/changes?entities=products&token=" + token).is(200);
        till.with("If-None-Match", news.header("ETag"))
                .get("/sync/changes?token=" + token)
                .is(304);
    }

    private void logIn() {
        Api anonymous = world.anonymous();
        String token = anonymous
                .post("/auth/login", fields("username", "admin", "password", World.PASSWORD))
                .is(200)
                .data()
                .path("token")
                .asString();
        anonymous.as(token).post("/auth/logout").is(204);
    }

    private void imports(Shop shop) {
        calls.all().stream().filter(call -> call.id().startsWith("import")).forEach(call -> {
            Api api = shop.boss().with("Content-Type", "text/csv");
            String name = call.type().orElseThrow().name();
            Answer taken = api.post("/imports/" + name, header(call.type().orElseThrow()) + "\n")
                    .is(202);
            shop.boss().get("/imports/" + taken.id()).is(200);
            shop.boss().get("/imports/" + taken.id() + "/rejected.csv").is(200);
        });
    }

    private static String header(EntityType type) {
        return String.join(
                ",",
                type.fields().values().stream()
                        .filter(Field::isRequired)
                        .map(Field::name)
                        .toList());
    }
}
