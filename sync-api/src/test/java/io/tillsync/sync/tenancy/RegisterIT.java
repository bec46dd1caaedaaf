package io.tillsync.sync.tenancy;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.Trail;
import io.tillsync.sync.fixture.World;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Businesses, stores, users and terminals: what making and changing them has in common. */
@SyncServer
class RegisterIT {

    @Autowired
    private World world;

    @Autowired
    private Commits commits;

    private Shop shop;
    private Shop other;

    @BeforeAll
    void open() {
        shop = world.newShop();
        other = world.newShop();
    }

    /** Makes a call, and insists on that many commits of the installation's log. */
    private Answer leaving(int count, Supplier<Answer> call) {
        Trail trail = Trail.of(commits, Logs.INSTALLATION);
        Answer answer = call.get();
        assertThat(trail.left()).as(answer::toString).hasSize(count);
        return answer;
    }

    @ParameterizedTest
    @EnumSource
    void isMadeUnderTheCallersIdOrANewOne(Registered kind) {
        Api admin = kind.admin(world, shop);
        Map<String, @Nullable Object> content = kind.fresh(world, shop);
        Answer made = admin.post(kind.path(), content).is(201);
        assertThat(made.id()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(made.header("Location")).isEqualTo("/api/v1" + kind.path() + "/" + made.id());
        assertThat(made.header("ETag")).isEqualTo("\"v1\"");
        Map<String, @Nullable Object> chosen = kind.fresh(world, shop);
        chosen.put("id", world.name("chosen"));
        assertThat(admin.post(kind.path(), chosen).is(201).id()).isEqualTo(chosen.get("id"));
        for (Object wrong : List.of("a/b", "", "x".repeat(65), 7)) {
            chosen.put("id", wrong);
            admin.post(kind.path(), chosen).is(422, "validation-failed").blames("id:invalid-value");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isReadAsItIsAndNotAgainWhereItIsKnown(Registered kind) {
        Api admin = kind.admin(world, shop);
        String path = kind.path() + "/" + kind.create(world, shop).id();
        Answer read = admin.get(path).is(200);
        assertThat(read.header("ETag")).isEqualTo("\"v1\"");
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.data().propertyNames())
                .contains("id", "seq", "createdAt", "updatedAt", "lastSyncedAt", kind.changeable());
        admin.with("If-None-Match", "\"v1\"").get(path).is(304);
        admin.get(kind.path() + "/never-was").is(404, "not-found");
        assertThat(admin.get(kind.path() + "?limit=500").is(200).each("id")).contains(read.id());
    }

    @ParameterizedTest
    @EnumSource
    void namesAllThatIsWrongWithACreation(Registered kind) {
        Api admin = kind.admin(world, shop);
        leaving(0, () -> admin.post(kind.path(), fields()))
                .is(422, "validation-failed")
                .blames(kind.required());
        Map<String, @Nullable Object> content = kind.fresh(world, shop);
        content.put("colour", "white");
        content.put(kind.changeable(), 7);
        leaving(0, () -> admin.post(kind.path(), content))
                .is(422, "validation-failed")
                .blames("colour:unknown-field", kind.changeable() + ":wrong-type");
        admin.post(kind.path(), "{").is(400, "malformed-request");
        admin.with("Content-Type", "text/plain").post(kind.path(), "{}").is(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @EnumSource
    void anIdThatExistsIsAnsweredByWhatItWasMadeWith(Registered kind) {
        Api admin = kind.admin(world, shop);
        Map<String, @Nullable Object> content = kind.fresh(world, shop);
        content.put("id", world.name("chosen"));
        Answer made = leaving(1, () -> admin.post(kind.path(), content)).is(201);
        assertThat(leaving(0, () -> admin.post(kind.path(), content)).is(200).data())
                .isEqualTo(made.data());
        Map<String, @Nullable Object> another = kind.fresh(world, shop);
        another.put("id", made.id());
        leaving(0, () -> admin.post(kind.path(), another)).is(409, "already-exists");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BUSINESSES")
    void anIdOfAnotherBusinessIsTakenAndNothingIsToldOfIt(Registered kind) {
        Map<String, @Nullable Object> content = kind.fresh(world, shop);
        content.put("id", world.name("chosen"));
        kind.admin(world, other).post(kind.path(), content).is(201);
        Map<String, @Nullable Object> ours = kind.fresh(world, shop);
        ours.put("id", content.get("id"));
        Api admin = kind.admin(world, shop);
        Answer refused = leaving(0, () -> admin.post(kind.path(), ours)).is(409, "already-exists");
        assertThat(refused.text()).doesNotContain((String) content.get(kind.changeable()), other.business());
        admin.get(kind.path() + "/" + content.get("id")).is(404, "not-found");
    }

    @ParameterizedTest
    @EnumSource
    void isChangedOnTheVersionThatIsNamed(Registered kind) {
        Api admin = kind.admin(world, shop);
        String path = kind.path() + "/" + kind.create(world, shop).id();
        String name = world.name("renamed");
        leaving(0, () -> admin.patch(path, fields(kind.changeable(), name))).is(428, "precondition-required");
        Answer changed = leaving(1, () -> admin.patch(path, fields("syncVersion", 1, kind.changeable(), name)))
                .is(200);
        assertThat(changed.header("ETag")).isEqualTo("\"v2\"");
        assertThat(changed.data().path(kind.changeable()).asString()).isEqualTo(name);
        assertThat(admin.get(path).data()).isEqualTo(changed.data());
        leaving(0, () -> admin.ifMatch(2).patch(path, fields(kind.changeable(), name)))
                .is(200);
        Map<String, @Nullable Object> more = fields(kind.changeable(), world.name("late"));
        leaving(0, () -> admin.ifMatch(1).patch(path, more)).is(412, "version-conflict");
        more.put("syncVersion", 1);
        Answer conflict = leaving(0, () -> admin.patch(path, more)).is(409, "version-conflict");
        assertThat(conflict.json().path("currentVersion").asLong()).isEqualTo(2);
        assertThat(conflict.json().path("server")).isEqualTo(changed.data());
        assertThat(conflict.json().path("fields").path(0).path("name").asString())
                .isEqualTo(kind.changeable());
        more.put("syncVersion", 3);
        leaving(0, () -> admin.patch(path, more)).is(409, "version-conflict");
    }

    @ParameterizedTest
    @EnumSource
    void namesAllThatIsWrongWithAChange(Registered kind) {
        Api admin = kind.admin(world, shop);
        String path = kind.path() + "/" + kind.create(world, shop).id();
        leaving(0, () -> admin.ifMatch(1).patch(path, fields("colour", "white", kind.changeable(), null)))
                .is(422, "validation-failed")
                .blames("colour:unknown-field", kind.changeable() + ":required");
        admin.patch(kind.path() + "/never-was", fields()).is(404, "not-found");
        admin.patch(path, fields("syncVersion", "one"))
                .is(422, "validation-failed")
                .blames("syncVersion:wrong-type");
    }

    @ParameterizedTest
    @EnumSource
    void isNeitherReplacedNorDeleted(Registered kind) {
        Api admin = kind.admin(world, shop);
        String path = kind.path() + "/" + kind.create(world, shop).id();
        assertThat(admin.put(path, kind.fresh(world, shop))
                        .is(405, "method-not-allowed")
                        .header("Allow"))
                .contains("GET", "PATCH");
        admin.delete(path + "?syncVersion=1").is(405, "method-not-allowed");
        admin.get(path + "/history").is(404, "not-found");
        admin.post(path + "/restore").is(404, "not-found");
    }

    @ParameterizedTest
    @EnumSource
    void eachChangeIsInTheLogOfTheInstallation(Registered kind) {
        Api admin = kind.admin(world, shop);
        Trail trail = Trail.of(commits, Logs.INSTALLATION);
        Answer made = kind.create(world, shop);
        admin.ifMatch(1)
                .patch(kind.path() + "/" + made.id(), fields(kind.changeable(), world.name("renamed")))
                .is(200);
        assertThat(trail.left()).hasSize(2).allSatisfy(commit -> {
            assertThat(commit.actor().kind()).isEqualTo(Actor.Kind.USER);
            assertThat(commit.actor().role()).contains("admin");
            assertThat(commit.actor().address()).isPresent();
            assertThat(commit.origin()).isEqualTo(Origin.API);
            assertThat(commit.changes())
                    .extracting(change -> change.entityType() + "/" + change.entityId())
                    .containsExactly(kind.type() + "/" + made.id());
        });
        Commit change = trail.left().getLast();
        assertThat(change.changes().getFirst().changed()).containsExactly(kind.changeable());
        assertThat(change.changes().getFirst().before()).isPresent();
    }
}
