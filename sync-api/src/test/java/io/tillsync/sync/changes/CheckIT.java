package io.tillsync.sync.changes;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.CoreFixture;
import io.tillsync.core.tenancy.Homes;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.tenancy.Sessions;
import io.tillsync.core.type.Level;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.LogWriters;
import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The long poll. */
@SyncServer
@Timeout(60)
class CheckIT {

    private static final Executor EACH_ITS_OWN = work -> Thread.ofVirtual().start(work);

    @Autowired
    private World world;

    @Autowired
    private MongoDatabase database;

    private Shop shop;
    private Api till;

    @BeforeEach
    void open() {
        shop = world.newShop();
        shop.product();
        till = shop.till();
    }

    private static boolean hasChanges(Answer answer) {
        assertThat(answer.is(200).data().propertyNames()).containsExactly("hasChanges");
        return answer.data().path("hasChanges").asBoolean();
    }

    private static CompletableFuture<Boolean> waiting(Api caller, String token) {
        return asked(caller, token).thenApply(CheckIT::hasChanges);
    }

    private static CompletableFuture<Answer> asked(Api caller, String token) {
        return CompletableFuture.supplyAsync(() -> caller.get("/sync/check?wait=40&token=" + token), EACH_ITS_OWN);
    }

    /** A user of the shop with a token that nobody else has. */
    private Api user() {
        String name = world.name("user");
        shop.newUser(name, "manager", List.of());
        return world.anonymous().as(world.user(name).token()).in(shop.one());
    }

    private static void isStillWaiting(CompletableFuture<?> check) {
        assertThatThrownBy(() -> check.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void answersAtOnceWhereThereIsSomethingNew() {
        String token = shop.token();
        shop.create("store-settings", "id", "s", "value", 1);

        assertThat(waiting(till, token)).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
        assertThat(hasChanges(till.get("/sync/check?token=" + token))).isTrue();
    }

    @Test
    void saysAfterTheWaitThatThereIsNothing() {
        String token = shop.token();
        long start = System.nanoTime();

        assertThat(hasChanges(till.get("/sync/check?wait=1&token=" + token))).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(990), Duration.ofSeconds(20));
        assertThat(hasChanges(till.get("/sync/check?wait=0&token=" + token))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"products", "store-settings"})
    void answersAsSoonAsSomethingIsWritten(String type) {
        CompletableFuture<Boolean> check = waiting(till, shop.token());
        isStillWaiting(check);

        if (type.equals("products")) {
            shop.product();
        } else {
            shop.create(type, "id", "s", "value", 1);
        }

        assertThat(check).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
    }

    @Test
    void answersSoonAfterAnotherProcessHasWritten() {
        CompletableFuture<Boolean> check = waiting(till, shop.token());
        isStillWaiting(check);

        try (CoreFixture other = CoreFixture.on(database, world.clock())) {
            String id = world.name("setting");
            other.get(LogWriters.class)
                    .write(ChangeRequest.of(
                            other.get(Homes.class).of(Level.BUSINESS, Scope.business(shop.business())),
                            Actor.system("other"),
                            Origin.SYSTEM,
                            new Operation(id, id),
                            new Edit.Create("settings", id, Map.of("value", 1))));
        }

        assertThat(check).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
    }

    @Test
    void isNotWokenByWhatHappensElsewhere() {
        CompletableFuture<Boolean> check = waiting(till, shop.token());
        isStillWaiting(check);

        world.newShop().product();
        shop.admin()
                .in(shop.two())
                .post("/store-settings", fields("id", "s", "value", 1))
                .is(201);

        isStillWaiting(check);
        shop.product();
        assertThat(check).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void holdsNoThreadOfThePlatform() {
        String token = shop.token();
        int before = ManagementFactory.getThreadMXBean().getThreadCount();
        List<CompletableFuture<Boolean>> checks =
                Stream.generate(() -> waiting(till, token)).limit(300).toList();
        checks.forEach(check -> assertThat(check).isNotDone());
        isStillWaiting(checks.getLast());

        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(before + 50);
        shop.product(); // which is served meanwhile
        assertThat(checks)
                .allSatisfy(check ->
                        assertThat(check).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(true));
    }

    @Test
    void tellsATillThatIsRevokedMeanwhileAtOnce() {
        Answer enrolled = world.enrol(shop.one());
        Api revoked = world.anonymous().as(enrolled.data().path("token").asString());
        CompletableFuture<Answer> check = asked(revoked, shop.token());
        CompletableFuture<Boolean> other = waiting(till, shop.token());
        isStillWaiting(check);

        shop.admin()
                .post("/terminals/" + enrolled.data().path("terminalId").asString() + "/revoke")
                .is(200);

        assertThat(check).succeedsWithin(Duration.ofSeconds(10)).satisfies(CheckIT::isUnknown);
        isStillWaiting(other);
        shop.product();
        assertThat(other).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void tellsAUserWhoLogsOutMeanwhileAtOnce() {
        Api leaving = user();
        CompletableFuture<Answer> check = asked(leaving, shop.token());
        isStillWaiting(check);

        leaving.post("/auth/logout").is(204);

        assertThat(check).succeedsWithin(Duration.ofSeconds(10)).satisfies(CheckIT::isUnknown);
    }

    @Test
    void neverSaysThatSomethingIsNewToWhomAnotherProcessHasLoggedOut() {
        Api leaving = user();
        CompletableFuture<Answer> check = asked(leaving, shop.token());
        isStillWaiting(check);

        try (CoreFixture other = CoreFixture.on(database, world.clock())) {
            other.get(Sessions.class).logOut(leaving.token(), Origin.API, Optional.empty());
        }
        assertThatThrownBy(() -> check.get(1100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        shop.product();

        assertThat(check).succeedsWithin(Duration.ofSeconds(10)).satisfies(CheckIT::isUnknown);
    }

    private static void isUnknown(Answer answer) {
        answer.is(401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "61", "1000000000", "99999999999", "soon", "0.5", ""})
    void refusesAWaitThatIsNone(String wait) {
        till.get("/sync/check?wait=" + wait + "&token=" + shop.token())
                .is(400, "invalid-parameter")
                .blames("wait:out-of-range");
    }

    @Test
    void wantsAToken() {
        till.get("/sync/check?wait=0").is(400, "invalid-parameter").blames("token:required");
        String token = shop.token();
        till.get("/sync/check?wait=0&token=" + token + "&token=" + token).is(400, "invalid-parameter");
        till.get("/sync/check?wait=0&wait=60&token=" + token).is(400, "invalid-parameter");
    }

    @Test
    void takesTheLongestWaitWhereThereIsSomething() {
        String token = shop.token();
        shop.product();
        assertThat(hasChanges(till.get("/sync/check?wait=60&token=" + token))).isTrue();
    }
}
