package io.tillsync.sync.login;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.SettableClock;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.Together;
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

/** {@code /terminals} and {@code /sync/register}: from a terminal's code to a till's token, and to its end. */
@SyncServer
class EnrolmentIT {

    private static final Duration CODE = Duration.ofHours(24);

    @Autowired
    private World world;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Commits commits;

    private Shop shop;

    @BeforeAll
    void open() {
        shop = world.newShop();
    }

    private Answer terminal() {
        return shop.admin()
                .in(shop.one())
                .post("/terminals", fields("name", "Till 3"))
                .is(201);
    }

    private static String code(Answer terminal) {
        return terminal.data().path("enrolmentCode").asString();
    }

    private Answer enrol(String code) {
        return enrol(world.anonymous(), code);
    }

    private static Answer enrol(Api api, String code) {
        return api.post("/sync/register", fields("code", code, "deviceName", "Front", "appVersion", "4.2.0"));
    }

    private Api till(Answer enrolled) {
        return world.anonymous().as(enrolled.is(201).data().path("token").asString());
    }

    @Test
    void aTerminalIsMadeWithACodeForADay() {
        Answer made = terminal();
        assertThat(made.json().propertyNames()).containsExactly("data");
        assertThat(made.data().propertyNames()).containsExactly("id", "name", "enrolmentCode", "expiresAt");
        assertThat(made.data().path("name").asString()).isEqualTo("Till 3");
        assertThat(Instant.parse(made.data().path("expiresAt").asString()))
                .isEqualTo(clock.instant().plus(CODE));
        assertThat(made.header("Location")).isEqualTo("/api/v1/terminals/" + made.id());
    }

    @Test
    void aTillGetsItsTokenAndIsToldWhereItStands() {
        Answer made = terminal();
        Answer enrolled = enrol(code(made)).is(201);
        assertThat(enrolled.json().propertyNames()).containsExactly("data");
        assertThat(enrolled.data().propertyNames()).containsExactly("terminalId", "storeId", "businessId", "token");
        assertThat(enrolled.data().path("terminalId").asString()).isEqualTo(made.id());
        assertThat(enrolled.data().path("storeId").asString()).isEqualTo(shop.one());
        assertThat(enrolled.data().path("businessId").asString()).isEqualTo(shop.business());
        Answer seen = shop.admin().get("/terminals/" + made.id()).is(200);
        assertThat(seen.data().path("deviceName").asString()).isEqualTo("Front");
        assertThat(seen.data().path("appVersion").asString()).isEqualTo("4.2.0");
        assertThat(seen.text())
                .doesNotContain(enrolled.data().path("token").asString(), code(made), "enrolmentCode", "credential");
    }

    @Test
    void aCodeWorksOnce() {
        String code = code(terminal());
        Api keyed = world.anonymous().key(world.name("key"));
        Api till = till(enrol(keyed, code));
        enrol(code).is(401, "invalid-credentials");
        enrol(keyed, code)
                .is(401, "invalid-credentials"); // whoever has seen the first answer's key has no right to its token
        till.get("/products").is(200);
    }

    @Test
    void eightAtOnceGetOneToken() {
        String code = code(terminal());
        List<Answer> answers = Together.times(8, () -> enrol(code));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> answer.is(401, "invalid-credentials"));
        till(answers.stream().filter(answer -> answer.status() == 201).findAny().orElseThrow())
                .get("/products")
                .is(200);
    }

    @Test
    void tellsNobodyWhatIsWrongWithACode() {
        Answer revoked = terminal();
        shop.admin().post("/terminals/" + revoked.id() + "/revoke").is(200);
        Answer used = terminal();
        enrol(code(used)).is(201);
        Answer unknown = enrol("00000-00000").is(401, "invalid-credentials");
        assertThat(unknown.header("WWW-Authenticate")).startsWith("Bearer");
        for (String code : List.of(
                code(revoked), code(used), "", "-", "x", "\u0000", "7KQ4M-2XW9", "7KQ4M-2XW9PP", "c".repeat(1000))) {
            Answer answer = enrol(code).is(401, "invalid-credentials");
            assertThat(answer.text()).isEqualTo(unknown.text());
        }
    }

    @Test
    void aCodeEndsWhenItsTimeIsOver() {
        String early = code(terminal());
        String late = code(terminal());
        clock.advance(CODE.minusMillis(1));
        enrol(early).is(201);
        clock.advance(Duration.ofMillis(1));
        enrol(late).is(401, "invalid-credentials");
    }

    @Test
    void aCodeIsTakenAsPeopleTypeIt() {
        enrol(code(terminal()).toLowerCase(Locale.ROOT)).is(201);
        enrol(code(terminal()).replace("-", "")).is(201);
        enrol(" " + code(terminal()).replace("-", " ") + " ").is(201);
        enrol(code(terminal()).replace('0', 'O').replace('1', 'l')).is(201);
    }

    @Test
    void namesEachFieldThatIsMissingUnknownOrNoText() {
        Api anonymous = world.anonymous();
        anonymous
                .post("/sync/register", fields())
                .is(422, "validation-failed")
                .blames("code:required", "deviceName:required", "appVersion:required");
        anonymous
                .post("/sync/register", fields("code", 7, "deviceName", List.of(), "appVersion", true, "store", "x"))
                .is(422, "validation-failed")
                .blames("code:wrong-type", "deviceName:wrong-type", "appVersion:wrong-type", "store:unknown-field");
        String code = code(terminal());
        anonymous
                .post("/sync/register", fields("code", code, "deviceName", "n".repeat(201), "appVersion", "4.2.0"))
                .is(422, "validation-failed")
                .blames("deviceName:too-long");
        anonymous
                .post("/sync/register", fields("code", code))
                .is(422, "validation-failed")
                .blames("deviceName:required", "appVersion:required");
        enrol(code).is(201); // it is not used up by that
    }

    @Test
    void theTokenIsBoundToItsStore() {
        Api till = till(enrol(code(terminal())));
        till.get("/stocks").is(200);
        till.in(shop.one()).get("/stocks").is(200);
        till.with("X-Business-Id", shop.business()).get("/products").is(200);
        till.in(shop.two()).get("/stocks").is(404, "not-found");
        till.in(shop.two()).get("/products").is(404, "not-found");
        till.in(shop.two()).get("/sync/full").is(404, "not-found");
        till.with("X-Business-Id", world.shop().business()).get("/products").is(404, "not-found");
    }

    @Test
    void theTokenLastsUntilTheTerminalIsRevoked() {
        Answer made = terminal();
        Api till = till(enrol(code(made)));
        clock.advance(Duration.ofDays(30));
        till.get("/sync/full").is(200);
        Answer revoked =
                shop.admin().post("/terminals/" + made.id() + "/revoke").is(200);
        assertThat(revoked.data().path("isRevoked").asBoolean()).isTrue();
        till.get("/sync/full").is(401, "unauthenticated");
        till.in(shop.two()).get("/sync/full").is(401, "unauthenticated");
        enrol(code(made)).is(401, "invalid-credentials");
        Answer again = shop.admin().post("/terminals/" + made.id() + "/revoke").is(200);
        assertThat(again.version()).isEqualTo(revoked.version());
    }

    @Test
    void itIsRecordedWhoEnrolledAndWhoDidNot() {
        String code = code(terminal());
        Trail register = Trail.of(commits, Logs.INSTALLATION);
        Trail door = Trail.of(commits, Logs.access(Optional.of(shop.business())));
        Trail unknown = Trail.of(commits, Logs.access(Optional.empty()));
        enrol(code).is(201);
        enrol("00000-00000").is(401);
        assertThat(register.events()).containsExactly("enrolled");
        Commit commit = register.left().getFirst();
        assertThat(commit.origin()).isEqualTo(Origin.TILL);
        assertThat(commit.actor().kind()).isEqualTo(Actor.Kind.TERMINAL);
        assertThat(commit.actor().address()).isPresent();
        assertThat(door.events()).isEmpty();
        assertThat(unknown.events()).containsExactly("enrolment-failed");
        assertThat(unknown.left().getFirst().actor().name()).isEqualTo("Front");
    }
}
