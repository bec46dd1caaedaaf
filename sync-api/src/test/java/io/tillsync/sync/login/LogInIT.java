package io.tillsync.sync.login;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.SettableClock;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.Trail;
import io.tillsync.sync.fixture.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** {@code /auth/login} and {@code /auth/logout}, and what ends a user's token. */
@SyncServer
class LogInIT {

    private static final Duration SESSION = Duration.ofHours(12);

    @Autowired
    private World world;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Commits commits;

    @Autowired
    private MongoDatabase database;

    private Shop shop;
    private Api anonymous;

    @BeforeAll
    void open() {
        shop = world.newShop();
        anonymous = world.anonymous();
    }

    private Answer logIn(String username, String password) {
        return anonymous.post("/auth/login", fields("username", username, "password", password));
    }

    private String newcomer(String role, String... stores) {
        return shop.newUser(world.name("user"), role, List.of(stores)).id();
    }

    private Api loggedIn(String username) {
        return anonymous.as(token(logIn(username, World.PASSWORD)));
    }

    private static String token(Answer answer) {
        return answer.is(200).data().path("token").asString();
    }

    private Answer change(String user, long version, String field, Object value) {
        return shop.admin()
                .ifMatch(version)
                .patch("/users/" + user, fields(field, value))
                .is(200);
    }

    @Test
    void givesATokenAndTellsWhoHasItAndNothingElse() {
        String user = newcomer("manager", shop.one());
        Answer answer = logIn(user, World.PASSWORD).is(200);
        assertThat(answer.json().propertyNames()).containsExactly("data");
        assertThat(answer.data().propertyNames()).containsExactly("token", "expiresAt", "user");
        String expiresAt = answer.data().path("expiresAt").asString();
        assertThat(expiresAt).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(Instant.parse(expiresAt)).isEqualTo(clock.instant().plus(SESSION));
        JsonNode who = answer.data().path("user");
        assertThat(who.propertyNames()).containsExactly("id", "username", "role", "businessId", "stores");
        assertThat(who.path("id").asString()).isEqualTo(user);
        assertThat(who.path("username").asString()).isEqualTo(user);
        assertThat(who.path("role").asString()).isEqualTo("manager");
        assertThat(who.path("businessId").asString()).isEqualTo(shop.business());
        assertThat(who.path("stores").toString()).isEqualTo("[\"%s\"]".formatted(shop.one()));
    }

    @Test
    void tellsTheStoresThatAreOpenToTheUser() {
        JsonNode all = logIn(newcomer("cashier"), World.PASSWORD).data().path("user");
        assertThat(all.path("stores").toString()).isEqualTo("[\"%s\",\"%s\"]".formatted(shop.one(), shop.two()));
        JsonNode boss = logIn("admin", World.PASSWORD).is(200).data().path("user");
        assertThat(boss.propertyNames()).containsExactly("id", "username", "role", "stores");
        assertThat(boss.path("stores").toString()).isEqualTo("[]");
    }

    @Test
    void tellsNobodyWhatIsWrong() {
        String user = newcomer("cashier");
        String disabled = newcomer("cashier");
        shop.admin().post("/users/" + disabled + "/disable").is(200);
        Answer wrong = logIn(user, "wrong horse").is(401, "invalid-credentials");
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(List.of(
                        logIn(world.name("nobody"), World.PASSWORD),
                        logIn("nobody here\u0000", "x"),
                        logIn("n".repeat(500), World.PASSWORD),
                        logIn("", ""),
                        logIn(user, ""),
                        logIn(user, World.PASSWORD + "x".repeat(100)),
                        logIn(user, World.PASSWORD.toUpperCase(Locale.ROOT)),
                        logIn(disabled, World.PASSWORD)))
                .allSatisfy(other -> {
                    other.is(401, "invalid-credentials");
                    assertThat(other.text()).isEqualTo(wrong.text());
                    assertThat(other.header("WWW-Authenticate")).isEqualTo(wrong.header("WWW-Authenticate"));
                });
    }

    @Test
    void namesEachFieldThatIsMissingUnknownOrNoText() {
        anonymous
                .post("/auth/login", fields())
                .is(422, "validation-failed")
                .blames("username:required", "password:required");
        anonymous
                .post("/auth/login", fields("username", 7, "password", null, "remember", true))
                .is(422, "validation-failed")
                .blames("username:wrong-type", "password:required", "remember:unknown-field");
        anonymous.post("/auth/login", "[]").is(400, "malformed-request");
        anonymous.post("/auth/login").is(400, "malformed-request");
        anonymous.get("/auth/login").is(405, "method-not-allowed");
    }

    @Test
    void aLogOutEndsJustThatToken() {
        String user = newcomer("cashier");
        Api one = loggedIn(user);
        Api other = loggedIn(user);
        assertThat(one.token()).isNotEqualTo(other.token());
        Answer out = one.post("/auth/logout").is(204);
        assertThat(out.bytes()).isEmpty();
        one.get("/products").is(401, "unauthenticated");
        one.post("/auth/logout").is(401, "unauthenticated");
        other.get("/products").is(200);
    }

    @Test
    void aTerminalCannotLogOut() {
        Api till = world.till(shop.one());
        till.post("/auth/logout").is(403, "forbidden");
        till.get("/products").is(200);
    }

    @Test
    void aTokenEndsWhenItsTimeIsOver() {
        Api api = loggedIn(newcomer("cashier"));
        clock.advance(SESSION.minusMillis(1));
        api.get("/products").is(200);
        clock.advance(Duration.ofMillis(1));
        Answer answer = api.get("/products").is(401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void anotherPasswordEndsAllTokensOfTheUser() {
        String user = newcomer("manager");
        Api one = loggedIn(user);
        Api other = loggedIn(user);
        change(user, 1, "password", "another horse");
        one.get("/products").is(401, "unauthenticated");
        other.get("/products").is(401, "unauthenticated");
        logIn(user, World.PASSWORD).is(401, "invalid-credentials");
        logIn(user, "another horse").is(200);
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndForGoodWithTheTokensOfBefore() {
        String user = newcomer("manager");
        Api before = loggedIn(user);
        shop.admin().post("/users/" + user + "/disable").is(200);
        before.get("/products").is(401, "unauthenticated");
        logIn(user, World.PASSWORD).is(401, "invalid-credentials");
        shop.admin().post("/users/" + user + "/enable").is(200);
        before.get("/products").is(401, "unauthenticated");
        loggedIn(user).get("/products").is(200);
    }

    @Test
    void anotherRoleAndOtherStoresHoldFromTheNextCallOn() {
        String user = newcomer("cashier");
        Api api = loggedIn(user).in(shop.one());
        api.post("/brands", fields("name", world.name("Brand"))).is(403, "forbidden");
        change(user, 1, "role", "manager");
        api.post("/brands", fields("name", world.name("Brand"))).is(201);
        change(user, 2, "stores", List.of(shop.two()));
        api.get("/brands").is(404, "not-found");
        change(user, 3, "stores", List.of());
        change(user, 4, "role", "auditor");
        api.get("/brands").is(200);
        api.post("/brands", fields("name", world.name("Brand"))).is(403, "forbidden");
    }

    @Test
    void neitherTokensNorPasswordsAreKeptOrToldAgain() {
        String user = newcomer("cashier");
        String password = "a horse named " + world.name("Ann");
        change(user, 1, "password", password);
        String token = token(logIn(user, password));
        Api api = shop.admin();
        for (Answer answer : List.of(api.get("/users/" + user), api.get("/users?q=" + user))) {
            assertThat(answer.is(200).text()).contains(user).doesNotContain(token, password, "password", "credential");
        }
        for (String collection : database.listCollectionNames()) {
            database.getCollection(collection)
                    .find()
                    .forEach(document ->
                            assertThat(document.toJson()).as(collection).doesNotContain(token, password));
        }
    }

    @Test
    void itIsRecordedWhoCameInAndWhoDidNot() {
        String user = newcomer("cashier");
        Trail trail = Trail.of(commits, Logs.access(Optional.of(shop.business())));
        logIn(user, "wrong horse").is(401);
        loggedIn(user).post("/auth/logout").is(204);
        assertThat(trail.events()).containsExactly("log-in-failed", "logged-in", "logged-out");
        assertThat(trail.left()).allSatisfy(commit -> {
            assertThat(commit.origin()).isEqualTo(Origin.API);
            assertThat(commit.actor().name()).isEqualTo(user);
            assertThat(commit.actor().address()).isPresent();
            assertThat(commit.changes()).isEmpty();
        });
        assertThat(trail.left().getLast().actor().kind()).isEqualTo(Actor.Kind.USER);
    }
}
