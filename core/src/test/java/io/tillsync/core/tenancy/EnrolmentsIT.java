package io.tillsync.core.tenancy;

import static io.tillsync.core.tenancy.Tenants.cause;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.CoreFixture;
import io.tillsync.core.tenancy.Terminals.Issued;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnrolmentsIT {

    private static final Enrolment REFUSED = new Enrolment.Refused();

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private MongoDatabase database;
    private CoreFixture core;
    private Tenants tenants;
    private Terminals terminals;

    @BeforeEach
    void open() {
        database = MONGO.fresh();
        core = CoreFixture.on(database);
        terminals = core.get(Terminals.class);
        tenants = new Tenants(core).business("acme").store("acme", "north");
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void aCodeMakesATillTheTerminalOfItsStore() {
        EnrolmentCode code = tenants.terminal("acme", "north", "till-1");
        Enrolment.Enrolled enrolled =
                (Enrolment.Enrolled) tenants.enrol(code.grouped().toLowerCase(Locale.ROOT));

        assertThat(enrolled.token()).startsWith("tst_");
        Principal caller = tenants.caller(enrolled.token()).orElseThrow();
        assertThat(caller.post()).contains(Scope.store("acme", "north"));
        assertThat(caller.role()).isEqualTo(Role.TERMINAL);
        Commit commit = core.get(Commits.class).head(Logs.INSTALLATION).orElseThrow();
        assertThat(commit.event()).contains("enrolled");
        assertThat(commit.actor()).isEqualTo(caller.actor(Optional.of("192.0.2.7")));
    }

    @Test
    void aCodeWorksOnce() {
        EnrolmentCode code = tenants.terminal("acme", "north", "till-1");
        String token = tenants.enrolled(code);

        assertThat(tenants.enrol(code.value())).isEqualTo(REFUSED);
        assertThat(tenants.caller(token)).isPresent();
    }

    @Test
    void aCodeWorksOnceHoweverManyDevicesOfSeveralProcessesTryIt() throws Exception {
        EnrolmentCode code = tenants.terminal("acme", "north", "till-1");
        try (CoreFixture second = CoreFixture.on(database, core.clock());
                ExecutorService devices = Executors.newFixedThreadPool(8)) {
            Callable<Enrolment> here = () -> tenants.enrol(code.value());
            Callable<Enrolment> there = () -> new Tenants(second).enrol(code.value());
            List<Future<Enrolment>> tried = devices.invokeAll(Stream.generate(() -> List.of(here, there))
                    .limit(4)
                    .flatMap(List::stream)
                    .toList());

            assertThat(tried)
                    .extracting(Future::get)
                    .filteredOn(Enrolment.Enrolled.class::isInstance)
                    .hasSize(1);
            assertThat(database.getCollection("tokens").countDocuments()).isOne();
        }
    }

    @Test
    void aRenameAtTheSameMomentDoesNotSpoilTheCode() {
        EnrolmentCode code = tenants.terminal("acme", "north", "till-1");
        terminals.change("till-1", Base.version(1), Map.of("name", "Front"), cause());

        assertThat(tenants.enrol(code.value())).isInstanceOf(Enrolment.Enrolled.class);
    }

    @Test
    void anOpenCodeCanBeShownAgainAlsoAfterARename() {
        EnrolmentCode code = tenants.terminal("acme", "north", "till-1");
        terminals.change("till-1", Base.version(1), Map.of("name", "Front"), cause());
        assertThat(terminals.openCode("till-1")).contains(code);

        EnrolmentCode renewed = terminals.renewCode("till-1", cause()).code().orElseThrow();
        assertThat(terminals.openCode("till-1")).contains(renewed);
    }

    @Test
    void aCodeThatNoLongerWorksIsNotShown() {
        tenants.enrolled(tenants.terminal("acme", "north", "till-1"));
        tenants.terminal("acme", "north", "till-2");
        core.clock().advance(Duration.ofHours(24));

        assertThat(terminals.openCode("till-1")).isEmpty();
        assertThat(terminals.openCode("till-2")).isEmpty();
        assertThat(terminals.openCode("till-3")).isEmpty();
    }

    @Test
    void doesNotTellWhyACodeIsRefused() {
        EnrolmentCode expired = tenants.terminal("acme", "north", "till-1");
        core.clock().advance(Duration.ofHours(24));
        EnrolmentCode revoked = tenants.terminal("acme", "north", "till-2");
        terminals.revoke("till-2", cause());

        for (String code : List.of(expired.value(), revoked.value(), "0000000000", "", "no code")) {
            assertThat(tenants.enrol(code)).isEqualTo(REFUSED);
        }
        assertThat(core.get(Commits.class).after(Logs.access(Optional.of("acme")), Seq.START, 10))
                .hasSize(1);
        assertThat(core.get(Commits.class).after(Logs.access(Optional.empty()), Seq.START, 10))
                .hasSize(4)
                .allMatch(commit -> commit.event().equals(Optional.of("enrolment-failed")));
    }

    @Test
    void whatATillSaysOfItselfWronglyLeavesTheCodeUsable() {
        EnrolmentCode code = tenants.terminal("acme", "north", "till-1");
        Enrolment refused = core.get(Enrolments.class)
                .enrol(code.value(), Optional.of("x".repeat(201)), Optional.of("\u0000"), Optional.empty());

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Enrolment.Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(error -> error.field())
                                .containsExactlyInAnyOrder("deviceName", "appVersion"));
        assertThat(tenants.enrol(code.value())).isInstanceOf(Enrolment.Enrolled.class);
    }

    @Test
    void aNewCodeReplacesTheOldOneAndItsUseTheEarlierToken() {
        String token = tenants.enrolled(tenants.terminal("acme", "north", "till-1"));
        EnrolmentCode lost = terminals.renewCode("till-1", cause()).code().orElseThrow();
        EnrolmentCode code = terminals.renewCode("till-1", cause()).code().orElseThrow();

        assertThat(tenants.enrol(lost.value())).isEqualTo(REFUSED);
        assertThat(tenants.caller(token)).isPresent();
        String newToken = tenants.enrolled(code);
        assertThat(tenants.caller(token)).isEmpty();
        assertThat(tenants.caller(newToken)).isPresent();
    }

    @Test
    void aRepeatedCreationShowsTheSameCodeAsLongAsItIsUnused() {
        Issued first = tenants.issue("acme", "north", "till-1", cause("key-1"));

        assertThat(tenants.issue("acme", "north", "till-1", cause("key-1"))).isEqualTo(first);
        assertThat(tenants.issue("acme", "north", "till-1", cause()).code()).isEqualTo(first.code());
        tenants.enrolled(first.code().orElseThrow());
        assertThat(tenants.issue("acme", "north", "till-1", cause("key-1")))
                .isEqualTo(new Issued(first.outcome(), Optional.empty()));
    }

    @Test
    void aRepeatedRenewalShowsTheSameCode() {
        tenants.terminal("acme", "north", "till-1");
        Issued first = terminals.renewCode("till-1", cause("key-1"));

        assertThat(terminals.renewCode("till-1", cause("key-1"))).isEqualTo(first);
    }

    @Test
    void revokingEndsTheTokenForGood() {
        String token = tenants.enrolled(tenants.terminal("acme", "north", "till-1"));
        terminals.revoke("till-1", cause());

        assertThat(tenants.caller(token)).isEmpty();
        assertThat(terminals.renewCode("till-1", cause()).outcome()).isInstanceOf(Outcome.Invalid.class);
    }

    @Test
    void neitherTheLogNorTheEntitiesHoldACode() {
        EnrolmentCode code = tenants.terminal("acme", "north", "till-1");

        for (String name : database.listCollectionNames()) {
            assertThat(database.getCollection(name).find().map(Object::toString))
                    .noneMatch(text -> text.contains(code.value()));
        }
    }
}
