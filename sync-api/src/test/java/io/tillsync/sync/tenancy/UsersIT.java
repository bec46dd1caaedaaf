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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is particular to users, and to whose stores and terminals are. */
@SyncServer
class UsersIT {

    @Autowired
    private World world;

    @Autowired
    private Commits commits;

    private Shop shop;
    private Shop other;
    private Api admin;

    @BeforeAll
    void open() {
        shop = world.newShop();
        other = world.newShop();
        admin = shop.admin();
    }

    private Map<String, @Nullable Object> user(String role) {
        return fields("username", world.name("user"), "password", World.PASSWORD, "role", role);
    }

    private Answer refused(Map<String, @Nullable Object> user, String... faults) {
        Trail trail = Trail.of(commits, Logs.INSTALLATION);
        Answer answer = admin.post("/users", user).is(422, "validation-failed").blames(faults);
        assertThat(trail.left()).isEmpty();
        return answer;
    }

    private String path(String role) {
        return "/users/" + admin.post("/users", user(role)).is(201).id();
    }

    @Test
    void aNameIsUniqueAmongAllAndWhoseItIsIsToldWhereTheCallerMayKnow() {
        Map<String, @Nullable Object> user = user("cashier");
        String name = (String) user.get("username");
        String holder = admin.post("/users", user).is(201).id();
        user.put("username", name.toUpperCase(Locale.ROOT));
        Answer ours = admin.post("/users", user).is(409, "duplicate-value");
        assertThat(ours.json().path("field").asString()).isEqualTo("username");
        assertThat(ours.json().path("value").asString()).isEqualTo(user.get("username"));
        assertThat(ours.json().path("holderId").asString()).isEqualTo(holder);
        Answer theirs = other.admin().post("/users", user).is(409, "duplicate-value");
        assertThat(theirs.json().has("holderId")).isFalse();
        assertThat(theirs.text()).doesNotContain(holder);
        admin.ifMatch(1).patch(path("cashier"), fields("username", name)).is(409, "duplicate-value");
    }

    @Test
    void aRoleIsOneThatAUserCanHaveWhereItIsHeld() {
        refused(user("terminal"), "role:invalid-value");
        refused(user("owner"), "role:invalid-value");
        Map<String, @Nullable Object> limited = user("admin");
        limited.put("stores", List.of(shop.one()));
        refused(limited, "stores:invalid-value");
        world.admin()
                .post("/users", user("manager"))
                .is(422, "validation-failed")
                .blames("businessId:required");
        Answer boss = world.admin().post("/users", user("admin")).is(201);
        assertThat(boss.data().has("businessId")).isFalse();
        Answer ours = admin.post("/users", user("admin")).is(201);
        assertThat(ours.data().path("businessId").asString()).isEqualTo(shop.business());
    }

    @Test
    void aPasswordHasEightCharactersAndIsAText() {
        Map<String, @Nullable Object> user = user("cashier");
        String path = path("cashier");
        Map<Object, String> wrong =
                Map.of("1234567", "too-short", "x".repeat(73), "too-long", 12345678, "wrong-type", "", "too-short");
        wrong.forEach((password, code) -> {
            user.put("password", password);
            refused(user, "password:" + code);
            admin.ifMatch(1).patch(path, fields("password", password)).is(422).blames("password:" + code);
        });
        admin.ifMatch(1).patch(path, fields("password", null)).is(422).blames("password:required");
    }

    @Test
    void aPasswordIsChangedLikeAnyOtherField() {
        String path = path("cashier");
        Map<String, @Nullable Object> patch = fields("password", "another horse", "role", "auditor");
        admin.patch(path, patch).is(428, "precondition-required");
        admin.ifMatch(2).patch(path, patch).is(412, "version-conflict");
        Trail trail = Trail.of(commits, Logs.INSTALLATION);
        Answer changed = admin.ifMatch(1).patch(path, patch).is(200);
        assertThat(trail.events()).containsExactly("password-changed");
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.data().path("role").asString()).isEqualTo("auditor");
        assertThat(changed.text()).doesNotContain("password", "horse", "credential");
        world.anonymous()
                .post(
                        "/auth/login",
                        fields("username", changed.data().path("username").asString(), "password", "another horse"))
                .is(200);
    }

    @Test
    void aConflictTellsNothingOfThePassword() {
        String path = path("cashier");
        admin.ifMatch(1).patch(path, fields("password", "another horse")).is(200);
        for (Map<String, @Nullable Object> patch : List.of(
                fields("username", world.name("user")),
                fields("password", "third horse", "username", world.name("user")))) {
            Answer conflict = admin.ifMatch(1).patch(path, patch).is(412, "version-conflict");
            assertThat(StreamSupport.stream(conflict.json().path("fields").spliterator(), false)
                            .map(field -> field.path("name").asString()))
                    .containsExactly("username");
            assertThat(conflict.text()).doesNotContain("password", "horse", "credential");
        }
    }

    @Test
    void nobodyChangesTheirOwnRoleOrDisablesThemselves() {
        String self = admin.get("/users?role=admin").is(200).each("id").getFirst();
        String path = "/users/" + self;
        admin.ifMatch(1).patch(path, fields("role", "manager")).is(422).blames("role:invalid-value");
        admin.post(path + "/disable").is(422).blames("isDisabled:invalid-value");
    }

    @Test
    void disablingEnablingAndRevokingAreEventsAndDoneOnce() {
        String path = path("cashier");
        String terminal = "/terminals/"
                + admin.in(shop.one())
                        .post("/terminals", fields("name", "Till"))
                        .is(201)
                        .id();
        Trail trail = Trail.of(commits, Logs.INSTALLATION);
        for (String verb : List.of("/disable", "/disable", "/enable", "/enable")) {
            Answer answer = admin.post(path + verb).is(200);
            assertThat(answer.data().path("isDisabled").asBoolean()).isEqualTo(verb.equals("/disable"));
        }
        admin.post(terminal + "/revoke").is(200);
        admin.post(terminal + "/revoke").is(200);
        assertThat(trail.events()).containsExactly("user-disabled", "user-enabled", "terminal-revoked");
        assertThat(trail.left())
                .allSatisfy(commit -> assertThat(commit.actor().name()).contains("admin"));
    }

    @Test
    void whatIsSettledAtTheCreationStays() {
        Api boss = world.admin();
        boss.ifMatch(1)
                .patch("/businesses/" + shop.business(), fields("currency", "USD"))
                .is(422);
        boss.ifMatch(1)
                .patch("/stores/" + shop.one(), fields("businessId", other.business()))
                .is(422);
        String user = path("cashier");
        boss.ifMatch(1).patch(user, fields("businessId", other.business())).is(422);
        boss.ifMatch(1).patch(user, fields("businessId", null)).is(422);
        boss.ifMatch(1).patch(user, fields("isDisabled", true)).is(422);
        admin.ifMatch(1).patch(user, fields("credential", "any")).is(422).blames("credential:unknown-field");
        boss.post("/businesses", fields("name", "Any", "currency", "eur"))
                .is(422)
                .blames("currency:invalid-value");
        admin.post("/stores", fields("name", "Any", "timeZone", "Mars")).is(422).blames("timeZone:invalid-value");
    }

    @Test
    void aListHasWhatIsThereForTheCaller() {
        assertThat(admin.get("/businesses").is(200).each("id")).containsExactly(shop.business());
        assertThat(admin.get("/stores?sort=-name").is(200).each("id")).containsExactly(shop.two(), shop.one());
        assertThat(shop.limited("manager").get("/stores").is(200).each("id")).containsExactly(shop.one());
        assertThat(admin.get("/users").is(200).each("businessId")).containsOnly(shop.business());
        assertThat(world.admin().get("/businesses?limit=500").is(200).each("id"))
                .contains(shop.business(), other.business());
        admin.get("/users?password=x").is(400, "invalid-parameter").blames("password:unknown-parameter");
        admin.get("/users?credential=x").is(400, "invalid-parameter");
        admin.get("/users?limit=501").is(400, "invalid-parameter");
    }
}
