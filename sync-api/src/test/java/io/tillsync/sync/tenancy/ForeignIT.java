package io.tillsync.sync.tenancy;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Commits;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.Trail;
import io.tillsync.sync.fixture.World;
import io.tillsync.sync.tenancy.Mappings.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every call there is, with the ids, stores, businesses and tokens of somebody else: it answers as if there were no such thing, says
 * nothing of what there is, and changes nothing.
 */
@SyncServer
class ForeignIT {

    /** Those that need no token, and the log-out, which is about nothing else than its token. */
    private static final Set<String> ABOUT_NOTHING = Set.of("/auth/login", "/auth/logout", "/sync/register");

    @Autowired
    private World world;

    @Autowired
    private Commits commits;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private Shop ours;
    private Map<Foreign, ForeignThings> things = Map.of();
    private List<Trail> trails = List.of();

    /** Who tries, all of them in our first store: from there they see no more than its business, or than the store itself. */
    private List<Api> callers(Foreign whose) {
        return whose == Foreign.OF_ANOTHER_BUSINESS
                ? List.of(
                        ours.admin(),
                        ours.manager(),
                        ours.auditor(),
                        ours.cashier(),
                        ours.limited("manager"),
                        ours.till())
                : List.of(ours.limited("manager"), ours.limited("auditor"), ours.limited("cashier"), ours.till());
    }

    private List<Api> inOurStore(Foreign whose) {
        return callers(whose).stream().map(api -> api.in(ours.one())).toList();
    }

    @BeforeAll
    void open() {
        ours = world.newShop();
        Shop theirs = world.newShop();
        things = Map.of(
                Foreign.OF_ANOTHER_BUSINESS, ForeignThings.make(world, theirs, Foreign.OF_ANOTHER_BUSINESS),
                Foreign.OF_THE_STORE_NEXT_DOOR, ForeignThings.make(world, ours, Foreign.OF_THE_STORE_NEXT_DOOR));
        Stream.of(Foreign.values()).forEach(this::callers);
        trails = Stream.of(
                        Logs.INSTALLATION,
                        Logs.business(ours.business()),
                        Logs.business(theirs.business()),
                        Logs.store(ours.two()),
                        Logs.store(theirs.one()),
                        Logs.store(theirs.two()))
                .map(log -> Trail.of(commits, log))
                .toList();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(trails).allSatisfy(trail -> assertThat(trail.left()).isEmpty());
    }

    /** A refusal, with that status or for a caller who may not do it even at home with 403, and with nothing of what there is. */
    private static void refused(Answer answer, int status, ForeignThings theirs) {
        assertThat(answer.status()).as(answer::toString).isIn(status, 403);
        silent(answer, theirs);
    }

    private static void silent(Answer answer, ForeignThings theirs) {
        assertThat(answer.text())
                .as(answer::toString)
                .doesNotContain(theirs.whose().secret());
        assertThat(answer.headers().map().toString()).doesNotContain("store/" + theirs.store());
    }

    private Stream<Mapping> calls() {
        return Mappings.of(mappings).stream()
                .filter(Mapping::isOfApi)
                .filter(mapping -> !ABOUT_NOTHING.contains(mapping.belowApi()));
    }

    private Answer send(Api api, Mapping call, String path) {
        boolean takesBody = Set.of("POST", "PUT", "PATCH").contains(call.method());
        Api keyed = api.key(world.name("key"));
        String version = call.method().equals("DELETE") ? "?syncVersion=1" : "";
        return keyed.send(call.method(), path + version, takesBody ? fields("syncVersion", 1) : "");
    }

    @ParameterizedTest
    @EnumSource
    void theirIdsAreNotThere(Foreign whose) {
        ForeignThings theirs = things.get(whose);
        List<Mapping> calls =
                calls().filter(call -> call.belowApi().contains("{id}")).toList();
        assertThat(calls).hasSizeGreaterThan(15);
        for (Mapping call : calls) {
            List<ForeignThings.Thing> meant = theirs.meantBy(call.belowApi());
            assertThat(meant.isEmpty())
                    .as("something for %s", call)
                    .isEqualTo(whose == Foreign.OF_THE_STORE_NEXT_DOOR
                            && Set.of("/businesses/{id}", "/users/{id}").stream()
                                    .anyMatch(call.belowApi()::startsWith));
            for (ForeignThings.Thing thing : meant) {
                boolean isUnwritable =
                        thing.type().equals("stocks") && !call.method().equals("GET");
                inOurStore(whose)
                        .forEach(api ->
                                refused(send(api, call, thing.in(call.belowApi())), isUnwritable ? 405 : 404, theirs));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theirStoresAndBusinessesAreNotThereWhateverIsCalled(Foreign whose) {
        ForeignThings theirs = things.get(whose);
        calls().forEach(call -> {
            String path = call.belowApi().replace("{type}", "store-prices").replace("{id}", "any");
            for (Api api : callers(whose)) {
                Answer answer = send(api.in(theirs.store()), call, path);
                silent(answer.is(404, "not-found"), theirs);
                if (whose == Foreign.OF_ANOTHER_BUSINESS) {
                    Api named = api.with("X-Business-Id", theirs.business());
                    silent(send(named, call, path).is(404, "not-found"), theirs);
                    silent(send(named.in(ours.one()), call, path).is(404, "not-found"), theirs);
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void theirTokensAreNone(Foreign whose) {
        ForeignThings theirs = things.get(whose);
        String[] own = ours.token().split(",", -1);
        String[] other = theirs.token().split(",", -1);
        List<String> tokens = List.of(theirs.token(), own[0] + "," + other[1], other[1] + "," + own[0], other[1]);
        for (Api api : inOurStore(whose)) {
            for (String token : tokens) {
                for (String path : List.of("/sync?", "/sync/changes?", "/sync/products?", "/sync/check?wait=0&")) {
                    silent(api.get(path + "token=" + token).is(400, "invalid-sync-token"), theirs);
                }
                silent(api.with("X-Sync-Token", token).get("/products").is(200), theirs);
            }
            silent(api.get("/sync/full?pageToken=" + theirs.pageToken()).is(400, "invalid-sync-token"), theirs);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfTheirsIsAmongWhatIsListedOrFollowed(Foreign whose) {
        ForeignThings theirs = things.get(whose);
        for (Api api : inOurStore(whose)) {
            for (String path : theirs.lists()) {
                Answer answer = api.get(path + "?limit=500");
                assertThat(answer.status()).as(answer::toString).isIn(200, 403);
                silent(answer, theirs);
                silent(api.get(path + "?cursor=" + theirs.cursor()), theirs);
                silent(api.get(path + "?q=" + whose.secret()), theirs);
            }
            silent(api.get("/sync/full?limit=10000").is(200), theirs);
            silent(
                    api.get("/sync/changes?limit=10000&since=2000-01-01T00:00:00.000Z")
                            .is(200),
                    theirs);
        }
    }
}
