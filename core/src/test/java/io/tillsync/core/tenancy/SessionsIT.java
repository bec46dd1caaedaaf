package io.tillsync.core.tenancy;

import static io.tillsync.core.tenancy.Tenants.PASSWORD;
import static io.tillsync.core.tenancy.Tenants.cause;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.Origin;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.CoreFixture;
import io.tillsync.core.write.Base;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsIT {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private MongoDatabase database;
    private CoreFixture core;
    private Tenants tenants;
    private Sessions sessions;

    @BeforeEach
    void open() {
        database = MONGO.fresh();
        core = CoreFixture.on(database);
        sessions = core.get(Sessions.class);
        tenants = new Tenants(core).business("acme").store("acme", "north").user("ann", Role.MANAGER, "acme", "north");
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void knowsWhoHasLoggedInWhateverTheCaseOfTheName() {
        LogIn.Succeeded logIn = (LogIn.Succeeded) tenants.logIn("ANN", PASSWORD);

        assertThat(logIn.token()).startsWith("tsu_");
        assertThat(logIn.expiresAt()).isEqualTo(core.clock().instant().plus(Duration.ofHours(12)));
        assertThat(sessions.authenticate(logIn.token())).contains(logIn.principal());
        assertThat(logIn.principal())
                .isEqualTo(new Principal(
                        new Subject(Subject.Kind.USER, "ann"),
                        "ann",
                        Role.MANAGER,
                        Optional.of("acme"),
                        Set.of("north")));
    }

    @Test
    void refusesWrongPasswordsUnknownNamesAndDisabledUsersAlike() {
        assertThat(tenants.logIn("ann", "wrong")).isEqualTo(new LogIn.Refused());
        assertThat(tenants.logIn("ann", "")).isEqualTo(new LogIn.Refused());
        assertThat(tenants.logIn("ann", PASSWORD + "x".repeat(100_000))).isEqualTo(new LogIn.Refused());
        assertThat(tenants.logIn("nobody", PASSWORD)).isEqualTo(new LogIn.Refused());
        assertThat(tenants.logIn("\ud800\u0000", PASSWORD)).isEqualTo(new LogIn.Refused());
        core.get(Users.class).disable("ann", cause());
        assertThat(tenants.logIn("ann", PASSWORD)).isEqualTo(new LogIn.Refused());
    }

    @Test
    void recordsLogInsFailuresAndLogOutsInTheBusinesssAccessLog() {
        String token = tenants.loggedIn("ann");
        tenants.logIn("Ann", "wrong");
        sessions.logOut(token, Origin.API, Optional.of("192.0.2.1"));

        List<Commit> commits = core.get(Commits.class).after(Logs.access(Optional.of("acme")), Seq.START, 10);
        assertThat(commits)
                .extracting(commit -> commit.event().orElseThrow())
                .containsExactly("logged-in", "log-in-failed", "logged-out");
        assertThat(commits).extracting(commit -> commit.actor().name()).containsExactly("ann", "Ann", "ann");
        assertThat(commits).extracting(commit -> commit.actor().id()).containsExactly("ann", "?", "ann");
        assertThat(commits).allMatch(commit -> commit.actor().address().equals(Optional.of("192.0.2.1")));
    }

    @Test
    void recordsUnknownNamesInALogOfNoBusiness() {
        tenants.logIn("mallory\r\n" + "x".repeat(100), PASSWORD);

        assertThat(core.get(Commits.class)
                        .head(Logs.access(Optional.empty()))
                        .orElseThrow()
                        .actor()
                        .name())
                .isEqualTo("mallory" + "x".repeat(57));
    }

    @Test
    void takesNothingForATokenThatIsNone() {
        for (String text : List.of("", "tsu_", "tsu_" + "A".repeat(43), "tst_" + "A".repeat(43), "x".repeat(100_000))) {
            assertThat(sessions.authenticate(text)).isEmpty();
        }
    }

    @Test
    void aTokenExpires() {
        String token = tenants.loggedIn("ann");
        core.clock().advance(Duration.ofHours(12));

        assertThat(sessions.authenticate(token)).isEmpty();
    }

    @Test
    void loggingOutEndsTheTokenAtOnceAndNoOther() {
        String token = tenants.loggedIn("ann");
        String other = tenants.loggedIn("ann");
        assertThat(sessions.authenticate(token)).isPresent();

        assertThat(sessions.logOut(token, Origin.API, Optional.empty())).isPresent();
        assertThat(sessions.authenticate(token)).isEmpty();
        assertThat(sessions.logOut(token, Origin.API, Optional.empty())).isEmpty();
        assertThat(sessions.authenticate(other)).isPresent();
    }

    @Test
    void tellsWhoeverHasConnectionsWhichTokenWasGivenBack() {
        List<String> ended = new ArrayList<>();
        core.get(AccessChanges.class).listen(new AccessListener() {
            @Override
            public void accessEnded(Subject subject) {
                ended.add("all of " + subject.id());
            }

            @Override
            public void loggedOut(Subject user, String token) {
                ended.add(user.id() + " " + token + " " + sessions.authenticate(token));
            }
        });
        String token = tenants.loggedIn("ann");
        tenants.loggedIn("ann");

        sessions.logOut(token, Origin.API, Optional.empty());

        assertThat(ended).containsExactly("ann " + token + " Optional.empty");
    }

    @Test
    void loggingOutHoldsInAnotherProcessWithinASecond() {
        try (CoreFixture second = CoreFixture.on(database)) {
            String token = tenants.loggedIn("ann");
            assertThat(new Tenants(second).caller(token)).isPresent();
            sessions.logOut(token, Origin.API, Optional.empty());

            await().atMost(2, SECONDS)
                    .until(() -> new Tenants(second).caller(token).isEmpty());
        }
    }

    @Test
    void anotherPasswordEndsAllEarlierTokens() {
        String token = tenants.loggedIn("ann");
        core.get(Users.class).change("ann", Base.version(1), Map.of("password", "a second horse"), cause());

        assertThat(sessions.authenticate(token)).isEmpty();
        assertThat(tenants.logIn("ann", PASSWORD)).isEqualTo(new LogIn.Refused());
        assertThat(tenants.logIn("ann", "a second horse")).isInstanceOf(LogIn.Succeeded.class);
    }

    @Test
    void loggingOutEverywhereEndsAllTokensAndKeepsThePassword() {
        String token = tenants.loggedIn("ann");
        String other = tenants.loggedIn("ann");
        core.get(Users.class).logOutEverywhere("ann", cause());

        assertThat(sessions.authenticate(token)).isEmpty();
        assertThat(sessions.authenticate(other)).isEmpty();
        assertThat(core.get(Commits.class).head(Logs.INSTALLATION).orElseThrow().event())
                .contains("logged-out-everywhere");
        assertThat(sessions.authenticate(tenants.loggedIn("ann"))).isPresent();
    }

    @Test
    void knowsWhetherAPasswordIsSomebodys() {
        Users users = core.get(Users.class);

        assertThat(users.hasPassword("ann", PASSWORD)).isTrue();
        assertThat(users.hasPassword("ann", "wrong")).isFalse();
        assertThat(users.hasPassword("bob", PASSWORD)).isFalse();
        users.disable("ann", cause());
        assertThat(users.hasPassword("ann", PASSWORD)).isFalse();
    }

    @Test
    void showsWhoHasLoggedInUnderANameAndWhoTried() {
        tenants.user("bob", Role.MANAGER, "acme");
        LogIn.Succeeded first = (LogIn.Succeeded) tenants.logIn("ann", PASSWORD);
        tenants.logIn("bob", PASSWORD);
        tenants.logIn("bob", "wrong");
        tenants.logIn("ANN", "wrong");

        assertThat(core.get(LogIns.class).last(first.principal(), 5))
                .extracting(LogIns.Seen::isSuccess)
                .containsExactly(false, true);
        assertThat(core.get(LogIns.class).last(first.principal(), 1))
                .allMatch(seen -> !seen.isSuccess() && seen.address().equals(Optional.of("192.0.2.1")));
    }

    @Test
    void whoIsEnabledAgainKeepsThePasswordButNoToken() {
        String token = tenants.loggedIn("ann");
        core.get(Users.class).disable("ann", cause());
        assertThat(sessions.authenticate(token)).isEmpty();

        core.get(Users.class).enable("ann", cause());
        assertThat(sessions.authenticate(token)).isEmpty();
        assertThat(tenants.logIn("ann", PASSWORD)).isInstanceOf(LogIn.Succeeded.class);
    }

    @Test
    void aChangedRoleHoldsForTokensGivenBefore() {
        String token = tenants.loggedIn("ann");
        core.get(Users.class).change("ann", Base.version(1), Map.of("role", "auditor"), cause());

        assertThat(sessions.authenticate(token)).map(Principal::role).contains(Role.AUDITOR);
    }

    @Test
    void theDatabaseHoldsNoToken() {
        String token = tenants.loggedIn("ann");

        for (String name : database.listCollectionNames()) {
            assertThat(database.getCollection(name).find().map(Object::toString))
                    .noneMatch(text -> text.contains(token));
        }
    }
}
