package io.tillsync.core.tenancy;

import static io.tillsync.core.tenancy.Tenants.cause;
import static io.tillsync.core.tenancy.Tenants.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.Origin;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.CoreFixture;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Outcome;
import io.tillsync.core.write.Outcome.AlreadyExists;
import io.tillsync.core.write.Outcome.Applied;
import io.tillsync.core.write.Outcome.DuplicateValue;
import io.tillsync.core.write.Outcome.Invalid;
import io.tillsync.core.write.Outcome.Unchanged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsersIT {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private MongoDatabase database;
    private CoreFixture core;
    private Tenants tenants;
    private Users users;

    @BeforeEach
    void open() {
        database = MONGO.fresh();
        core = CoreFixture.on(database);
        users = core.get(Users.class);
        tenants = new Tenants(core).business("acme").store("acme", "north");
    }

    @AfterEach
    void close() {
        core.close();
    }

    private Map<String, Object> ann() {
        Map<String, Object> fields = new HashMap<>(fields("Ann", Role.MANAGER, "north"));
        fields.put("businessId", "acme");
        return fields;
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        Outcome outcome = users.create(
                EntityId.create(),
                Map.of("username", "a b", "role", "terminal", "password", "short", "color", "red", "credential", "x"),
                cause());

        assertThat(errors(outcome))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("username", "role", "password", "color", "credential");
    }

    @Test
    void onlyAnAdminCanBeOfNoBusiness() {
        assertThat(errors(users.create(EntityId.create(), fields("bob", Role.AUDITOR), cause())))
                .extracting(FieldError::field)
                .containsExactly("businessId");
        assertThat(users.create(EntityId.create(), fields("root", Role.ADMIN), cause()))
                .isInstanceOf(Applied.class);
    }

    @Test
    void aStoreOfAnotherBusinessIsAsUnknownAsNone() {
        tenants.business("other").store("other", "west");
        for (String store : List.of("west", "none")) {
            Map<String, Object> fields = ann();
            fields.put("stores", List.of("north", store));

            assertThat(errors(users.create(EntityId.create(), fields, cause())))
                    .containsExactly(FieldError.unknownReference("stores", "stores", store));
        }
    }

    @Test
    void aNameHasNothingThatCannotBeSeen() {
        for (String name : List.of("a b", "a\u00a0b", "a\u200bb", "a\tb")) {
            Map<String, Object> fields = ann();
            fields.put("username", name);

            assertThat(errors(users.create(EntityId.create(), fields, cause())))
                    .extracting(FieldError::field)
                    .containsExactly("username");
        }
    }

    @Test
    void aNameIsTakenInEveryCaseOfItsLetters() {
        users.create(new EntityId("ann"), ann(), cause());
        Map<String, Object> other = ann();
        other.put("username", "ANN");

        assertThat(users.create(EntityId.create(), other, cause())).isInstanceOf(DuplicateValue.class);
    }

    @Test
    void knowsARepeatedCreationByItsContentAndPassword() {
        Outcome made = users.create(new EntityId("ann"), ann(), cause());
        Map<String, Object> otherPassword = ann();
        otherPassword.put("password", "another horse");

        assertThat(users.create(new EntityId("ann"), ann(), cause())).isEqualTo(new Unchanged(Tenants.made(made)));
        assertThat(users.create(new EntityId("ann"), otherPassword, cause())).isInstanceOf(AlreadyExists.class);
        assertThat(credentials()).isOne();
    }

    @Test
    void givesTheFirstAnswerAgainToTheSameOperation() {
        Outcome first = users.create(EntityId.create(), ann(), cause("key-1"));

        assertThat(users.create(EntityId.create(), ann(), cause("key-1"))).isEqualTo(first);
        assertThat(credentials()).isOne();
        assertThat(tenants.logIn("ann", Tenants.PASSWORD)).isInstanceOf(LogIn.Succeeded.class);
    }

    @Test
    void changesNameRoleAndStoresButNothingElse() {
        users.create(new EntityId("ann"), ann(), cause());

        assertThat(users.change("ann", Base.version(1), Map.of("role", "cashier", "stores", List.of()), cause()))
                .isInstanceOf(Applied.class);
        assertThat(errors(users.change("ann", Base.version(2), Map.of("isDisabled", true, "credential", "x"), cause())))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("isDisabled", "credential");
    }

    @Test
    void keepsRoleAndStoresFittingWhenOneOfThemIsChanged() {
        users.create(new EntityId("ann"), ann(), cause());

        assertThat(errors(users.change("ann", Base.version(1), Map.of("role", "admin"), cause())))
                .extracting(FieldError::field)
                .containsExactly("stores");
    }

    @Test
    void nobodyDisablesThemselvesOrChangesTheirOwnRole() {
        tenants.user("boss", Role.ADMIN, "acme");
        Principal boss = core.get(Directory.class).user("boss").orElseThrow().principal();
        Cause own = Cause.once(boss.actor(Optional.empty()), Origin.API, "own");

        assertThat(users.disable("boss", own)).isInstanceOf(Invalid.class);
        assertThat(users.change("boss", Base.version(1), Map.of("role", "cashier"), own))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void disablingTwiceIsOneCommit() {
        users.create(new EntityId("ann"), ann(), cause());
        users.disable("ann", cause());
        Seq end = core.get(Commits.class).head(Logs.INSTALLATION).orElseThrow().seq();

        assertThat(users.disable("ann", cause())).isInstanceOf(Unchanged.class);
        assertThat(core.get(Commits.class).head(Logs.INSTALLATION).orElseThrow().seq())
                .isEqualTo(end);
    }

    @Test
    void neitherTheLogNorTheEntitiesHoldAPassword() {
        users.create(new EntityId("ann"), ann(), cause());
        users.change("ann", Base.version(1), Map.of("password", "a second horse"), cause());

        assertThat(core.get(Commits.class)
                        .after(Logs.INSTALLATION, Seq.START, 100)
                        .toString())
                .doesNotContain("horse", "bcrypt");
        assertThat(credentials()).isOne();
    }

    private long credentials() {
        return database.getCollection("credentials").countDocuments();
    }

    private static List<FieldError> errors(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Invalid.class);
        return ((Invalid) outcome).errors();
    }
}
