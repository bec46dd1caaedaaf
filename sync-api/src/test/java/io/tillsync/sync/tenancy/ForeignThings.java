package io.tillsync.sync.tenancy;

import static io.tillsync.sync.fixture.Api.fields;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.World;
import java.util.List;
import java.util.stream.Stream;

/**
 * What there is that somebody else has no business with: of a store; and of its business, where that is another one too.
 *
 * @param pageToken of a first load that goes on
 * @param cursor of a list that goes on
 */
record ForeignThings(
        Foreign whose, String business, String store, List<Thing> all, String token, String pageToken, String cursor) {

    private static final List<String> OF_OWN_PATHS = List.of("businesses", "stores", "users", "terminals", "imports");

    /** Something that has an id. */
    record Thing(String type, String id) {

        String in(String pattern) {
            return pattern.replace("{type}", type).replace("{id}", id);
        }
    }

    static ForeignThings make(World world, Shop shop, Foreign whose) {
        Api boss = world.admin().in(whose.store(shop));
        Stream<Thing> things = ofStore(world, shop, boss, whose);
        if (whose == Foreign.OF_ANOTHER_BUSINESS) {
            things = Stream.concat(things, ofBusiness(world, shop, boss, whose.secret()));
        }
        List<Thing> all = things.toList();
        Answer list = boss.get("/store-settings?limit=1").is(200);
        return new ForeignThings(
                whose,
                shop.business(),
                whose.store(shop),
                all,
                boss.get("/sync/full?limit=10000").json().path("syncToken").asString(),
                boss.get("/sync/full?limit=1").json().path("nextPageToken").asString(),
                list.json().path("page").path("nextCursor").asString());
    }

    private static Stream<Thing> ofStore(World world, Shop shop, Api boss, Foreign whose) {
        String secret = whose.secret();
        String product = shop.product().id();
        String stock = boss.key(world.name("key"))
                .post("/stocks/adjustments", fields("productId", product, "delta", 4711, "reason", secret))
                .is(201)
                .id();
        return Stream.of(
                new Thing("stores", whose.store(shop)),
                new Thing("stocks", stock),
                new Thing("imports", file(boss, "store-prices", "productId,price\n" + secret + ",1\n")),
                made(boss, "terminals", "name", secret),
                made(boss, "store-prices", "productId", product, "price", 4711),
                made(boss, "store-settings", "id", secret + "-1", "value", secret),
                made(boss, "store-settings", "id", secret + "-2", "value", secret));
    }

    private static Stream<Thing> ofBusiness(World world, Shop shop, Api boss, String secret) {
        String user = world.name(secret);
        shop.newUser(user, "cashier", List.of());
        return Stream.of(
                new Thing("businesses", shop.business()),
                new Thing("users", user),
                new Thing("imports", file(boss, "brands", "name\n" + secret.repeat(50) + "\n")),
                made(boss, "products", "name", secret, "price", 4711),
                made(boss, "categories", "name", secret),
                made(boss, "brands", "name", secret),
                made(boss, "units", "name", secret),
                made(boss, "customers", "name", secret),
                made(boss, "settings", "id", secret, "value", secret));
    }

    private static Thing made(Api boss, String type, Object... content) {
        return new Thing(type, boss.post("/" + type, fields(content)).is(201).id());
    }

    /** Of rows that are all rejected, so that what is there stays as it is. */
    private static String file(Api boss, String type, String rows) {
        return boss.with("Content-Type", "text/csv")
                .post("/imports/" + type, rows)
                .is(202)
                .id();
    }

    /** Those that a pattern of paths can be about. */
    List<Thing> meantBy(String pattern) {
        String first = pattern.split("/", -1)[1];
        return all.stream()
                .filter(thing -> first.equals("{type}")
                        ? !OF_OWN_PATHS.contains(thing.type())
                        : thing.type().equals(first))
                .toList();
    }

    /** The paths of the lists that they would be in. */
    List<String> lists() {
        return all.stream()
                .map(Thing::type)
                .filter(type -> !type.equals("imports"))
                .distinct()
                .map(type -> "/" + type)
                .toList();
    }
}
