package io.tillsync.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.CoreFixture;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.read.SyncToken;
import io.tillsync.core.tenancy.TerminalLags.Standing;
import io.tillsync.core.tenancy.TerminalLags.Survey;
import io.tillsync.core.type.Level;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.LogWriters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TerminalLagsIT {

    private static final Subject TILL = new Subject(Subject.Kind.TERMINAL, "till-1");
    private static final List<LogId> LOGS = List.of(Logs.business("acme"), Logs.store("north"));

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private CoreFixture core;
    private Tenants tenants;

    @BeforeEach
    void open() {
        MongoDatabase database = MONGO.fresh();
        core = CoreFixture.on(database);
        tenants = new Tenants(core).business("acme").store("acme", "north");
        tenants.enrolled(tenants.terminal("acme", "north", "till-1"));
    }

    @AfterEach
    void close() {
        core.close();
    }

    private SyncToken heads() {
        return new SyncToken(
                core.get(Feeds.class).heads(LOGS).stream().map(Cursor::at).toList());
    }

    private void after(Duration time) {
        core.clock().set(core.clock().instant().plus(time));
    }

    private void change(String brand) {
        core.get(LogWriters.class)
                .write(ChangeRequest.of(
                        core.get(Homes.class).of(Level.BUSINESS, Scope.business("acme")),
                        Actor.system("test"),
                        Origin.SYSTEM,
                        new Operation(brand, brand),
                        new Edit.Create("brands", brand, Map.of("name", brand))));
    }

    private Survey look() {
        return core.get(TerminalLags.class).look();
    }

    private Standing till() {
        return look().standings().getFirst();
    }

    @Test
    void countsThoseThatHaveEnrolledAndNeverSaidWhatTheyKnow() {
        tenants.terminal("acme", "north", "not-enrolled");
        tenants.enrolled(tenants.terminal("acme", "north", "revoked"));
        core.get(Terminals.class).revoke("revoked", Tenants.cause("revoke"));
        core.get(Sightings.class).heard(TILL);

        assertThat(look()).isEqualTo(new Survey(1, List.of()));
    }

    @Test
    void knowsWhoHasEverything() {
        core.get(Sightings.class).stands(TILL, heads());
        after(Duration.ofHours(2));

        assertThat(till().behind()).isZero();
        assertThat(till().isOnline()).isFalse();
        assertThat(till().store()).isEqualTo(Logs.store("north"));
    }

    @Test
    void measuresWhoIsOnlineByWhenItWasHeardOf() {
        SyncToken before = heads();
        change("first");
        after(Duration.ofSeconds(10));
        change("second");
        core.get(Sightings.class).stands(TILL, before);
        after(Duration.ofSeconds(50));

        assertThat(till().isOnline()).isTrue();
        assertThat(till().behind()).isEqualTo(Duration.ofSeconds(10));
        assertThat(core.get(TerminalLags.class).commitsBehind(till())).isEqualTo(2);
    }

    @Test
    void measuresWhoIsOffByNow() {
        core.get(Sightings.class).stands(TILL, heads());
        change("first");
        after(Duration.ofHours(3));

        assertThat(till().isOnline()).isFalse();
        assertThat(till().behind()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void seesATillThatWasRevokedSince() {
        core.get(Sightings.class).stands(TILL, heads());
        assertThat(look().standings()).hasSize(1);

        core.get(Terminals.class).revoke("till-1", Tenants.cause("revoke"));

        assertThat(look().standings()).isEmpty();
    }
}
