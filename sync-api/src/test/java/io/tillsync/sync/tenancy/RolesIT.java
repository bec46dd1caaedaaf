package io.tillsync.sync.tenancy;

import static io.tillsync.sync.fixture.Api.fields;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import io.tillsync.sync.tenancy.Mappings.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may make which call: every call that is mapped, with every role. A call that is new has to be entered here. */
@SyncServer
class RolesIT {

    /** What anybody may read, and what only the server itself comes to. */
    private static final Set<String> OUTSIDE = Set.of("GET /v3/api-docs", "ANY /error");

    /**
     * Call, what it is about, the status for who may make it; then for each role: + may, F forbidden (403), N not there (404), U unknown
     * (401). Writes are sent without what they need (a version, fields), and so get no further than to the refusal of that. The roles: the
     * installation's admin; the business's admin, manager, auditor, cashier; a till; manager, auditor and cashier of the store; nobody.
     */
    private static final String TABLE = """
            POST   /auth/login                   -            422  ++++++++++
            POST   /auth/logout                  -            204  +++++F+++U
            POST   /sync/register                -            422  ++++++++++
            GET    /businesses                   -            200  ++++FF++FU
            GET    /businesses/{id}              businesses   200  ++++FF++FU
            GET    /businesses/{id}              elsewhere    200  +NNNFFNNFU
            POST   /businesses                   -            422  +FFFFFFFFU
            PATCH  /businesses/{id}              businesses   428  +FFFFFFFFU
            GET    /stores                       -            200  ++++FF++FU
            GET    /stores/{id}                  stores       200  ++++FF++FU
            GET    /stores/{id}                  next-door    200  ++++FFNNFU
            POST   /stores                       -            422  ++FFFFFFFU
            PATCH  /stores/{id}                  stores       428  ++FFFFFFFU
            GET    /users                        -            200  ++F+FFF+FU
            GET    /users/{id}                   users        200  ++F+FFF+FU
            GET    /users/{id}                   boss         200  +NFNFFFNFU
            POST   /users                        -            422  ++FFFFFFFU
            PATCH  /users/{id}                   users        428  ++FFFFFFFU
            PATCH  /users/{id}                   boss         428  +NFFFFFFFU
            POST   /users/{id}/disable           users        200  ++FFFFFFFU
            POST   /users/{id}/enable            users        200  ++FFFFFFFU
            GET    /terminals                    -            200  ++++FF++FU
            GET    /terminals/{id}               terminals    200  ++++FF++FU
            GET    /terminals/{id}               far-till     200  NNNNFFNNFU
            POST   /terminals                    -            422  ++FFFFFFFU
            PATCH  /terminals/{id}               terminals    428  ++FFFFFFFU
            POST   /terminals/{id}/revoke        terminals    200  ++FFFFFFFU
            GET    /{type}                       products     200  +++++++++U
            GET    /{type}                       stocks       200  +++++++++U
            GET    /{type}/{id}                  products     200  +++++++++U
            GET    /{type}/{id}                  store-prices 200  +++++++++U
            GET    /{type}/{id}/history          products     200  ++++FF++FU
            GET    /{type}/{id}/history          store-prices 200  ++++FF++FU
            POST   /{type}                       products     422  +++FFFFFFU
            POST   /{type}                       settings     422  +++FFFFFFU
            POST   /{type}                       store-prices 422  +++FFF+FFU
            POST   /{type}                       customers    422  +++F++FFFU
            PUT    /{type}/{id}                  products     428  +++FFFFFFU
            PUT    /{type}/{id}                  store-prices 428  +++FFF+FFU
            PUT    /{type}/{id}                  customers    428  +++F++FFFU
            PATCH  /{type}/{id}                  products     428  +++FFFFFFU
            PATCH  /{type}/{id}                  store-prices 428  +++FFF+FFU
            PATCH  /{type}/{id}                  customers    428  +++F++FFFU
            DELETE /{type}/{id}                  products     428  +++FFFFFFU
            DELETE /{type}/{id}                  store-prices 428  +++FFF+FFU
            DELETE /{type}/{id}                  customers    428  +++F++FFFU
            POST   /{type}/{id}/restore          products     428  +++FFFFFFU
            POST   /{type}/{id}/restore          store-prices 428  +++FFF+FFU
            POST   /{type}/{id}/restore          customers    428  +++F++FFFU
            POST   /stocks/adjustments           -            428  +++FFF+FFU
            POST   /imports/{type}               products     415  +++FFFFFFU
            POST   /imports/{type}               customers    415  +++FFFFFFU
            POST   /imports/{type}               store-prices 415  +++FFF+FFU
            GET    /imports/{id}                 imports      200  ++++FF++FU
            GET    /imports/{id}/rejected.csv    imports      200  ++++FF++FU
            GET    /sync/full                    -            200  +++++++++U
            GET    /sync/changes?since=LONG_AGO  -            200  +++++++++U
            GET    /sync?since=LONG_AGO          -            200  +++++++++U
            GET    /sync/check?wait=0&token=HEAD -            200  +++++++++U
            GET    /sync/{type}?since=LONG_AGO   products     200  +++++++++U
            GET    /cache/stats                  -            200  ++FFFFFFFU
            DELETE /cache/store                  -            204  ++FFFFFFFU
            DELETE /cache/{type}                 products     204  ++FFFFFFFU
            DELETE /cache/{type}                 stocks       204  ++FFFFFFFU
            """;

    @Autowired
    private World world;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private Shop shop;
    private Map<String, String> ids = Map.of();
    private String token = "";

    /** One line of the table. */
    record Row(String method, String call, String about, int status, String allowed) {

        static Row of(String line) {
            String[] cells = line.split("\\s+", -1);
            return new Row(cells[0], cells[1], cells[2], Integer.parseInt(cells[3]), cells[4]);
        }

        String mapping() {
            return method + " " + call.replaceFirst("\\?.*", "");
        }

        int expected(int role) {
            return switch (allowed.charAt(role)) {
                case '+' -> status;
                case 'F' -> 403;
                case 'N' -> 404;
                default -> 401;
            };
        }
    }

    static Stream<Row> rows() {
        return TABLE.lines().map(Row::of);
    }

    @BeforeAll
    void open() {
        shop = world.newShop();
        Api two = world.admin().in(shop.two());
        String product = shop.product().id();
        Api csv = shop.limited("manager").with("Content-Type", "text/csv");
        String user = world.name("user");
        shop.newUser(user, "cashier", List.of());
        ids = Map.ofEntries(
                entry("businesses", shop.business()),
                entry("elsewhere", world.shop().business()),
                entry("stores", shop.one()),
                entry("next-door", shop.two()),
                entry("users", user),
                entry("boss", boss()),
                entry("terminals", made(shop.boss(), "/terminals", "name", "Near")),
                entry("far-till", made(two, "/terminals", "name", "Far")),
                entry("products", product),
                entry("store-prices", made(shop.boss(), "/store-prices", "productId", product, "price", 2)),
                entry("customers", made(shop.boss(), "/customers", "name", "Ann")),
                entry(
                        "imports",
                        csv.post("/imports/store-prices", "productId,price\n").id()));
        token = shop.token();
    }

    private static String made(Api api, String path, Object... content) {
        return api.post(path, fields(content)).is(201).id();
    }

    private String boss() {
        Answer users = world.admin().get("/users?q=admin").is(200);
        return users.each("id").get(users.each("username").indexOf("admin"));
    }

    /** All roles, in the order of the table. */
    private List<Api> callers(Shop of, Api boss) {
        return Stream.of(
                        boss,
                        of.admin(),
                        of.manager(),
                        of.auditor(),
                        of.cashier(),
                        of.till(),
                        of.limited("manager"),
                        of.limited("auditor"),
                        of.limited("cashier"),
                        world.anonymous())
                .map(api -> api.in(of.one()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachRoleMayDoWhatIsItsOwn(Row row) {
        String path = row.call()
                .replace("{type}", row.about())
                .replace("{id}", ids.getOrDefault(row.about(), ""))
                .replace("LONG_AGO", "2000-01-01T00:00:00.000Z")
                .replace("HEAD", token);
        boolean isWrite = row.status() >= 400 && !row.method().equals("GET");
        List<Api> callers = callers(shop, world.admin());
        if (row.call().equals("/auth/logout")) {
            callers = leaving();
        }
        for (int role = 0; role < callers.size(); role++) {
            Answer answer = callers.get(role).send(row.method(), path, isWrite ? "{}" : "");
            assertThat(answer.status()).as("role %s: %s", role, answer).isEqualTo(row.expected(role));
        }
    }

    /** Those whose tokens nobody needs any more. */
    private List<Api> leaving() {
        String boss = world.anonymous()
                .post("/auth/login", fields("username", "admin", "password", World.PASSWORD))
                .is(200)
                .data()
                .path("token")
                .asString();
        return callers(world.newShop(), world.anonymous().as(boss));
    }

    @Test
    void whoMayNotIsToldSoBeforeBeingAskedForAStore() {
        Api cashier = shop.cashier();
        cashier.get("/stocks/any/history").is(403, "forbidden");
        cashier.post("/store-prices", "{}").is(403, "forbidden");
        cashier.post("/stocks/adjustments", "{}").is(403, "forbidden");
        cashier.post("/imports/store-prices", "{}").is(403, "forbidden");
        cashier.post("/terminals", "{}").is(403, "forbidden");
    }

    @Test
    void everyCallThereIsStandsInTheTable() {
        Set<String> mapped =
                Mappings.of(mappings).stream().map(Mapping::toString).collect(Collectors.toSet());
        Set<String> entered = rows().map(Row::mapping).collect(Collectors.toSet());
        entered.addAll(OUTSIDE);
        assertThat(entered).containsExactlyInAnyOrderElementsOf(mapped);
    }
}
