package io.tillsync.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.CoreFixture;
import io.tillsync.core.SettableClock;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of the installation's log, in which each new business is one change. */
class ActivityIT {

    private static final Instant START = Instant.parse("2026-01-16T10:30:00Z");
    private static final Instant DAY = START.minus(Duration.ofHours(24));

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private final SettableClock clock = new SettableClock();
    private MongoDatabase database;
    private CoreFixture core;
    private CoreFixture other;

    @BeforeEach
    void open() {
        database = MONGO.fresh();
        core = CoreFixture.on(database, clock);
        other = CoreFixture.on(database, clock);
        clock.set(START);
    }

    @AfterEach
    void close() {
        core.close();
        other.close();
    }

    private static Map<Instant, Long> activity(CoreFixture process, Instant since) {
        return process.get(Activity.class).since(Logs.INSTALLATION, since);
    }

    @Test
    void countsChangesByQuartersOfAnHour() {
        new Tenants(core).business("acme").business("bell");
        clock.advance(Duration.ofMinutes(14));
        new Tenants(core).business("cove");
        clock.advance(Duration.ofMinutes(1));
        new Tenants(core).business("dune");

        assertThat(activity(core, DAY)).isEqualTo(Map.of(START, 3L, START.plusSeconds(900), 1L));
    }

    @Test
    void countsOnWithoutCountingAnythingTwice() {
        new Tenants(core).business("acme");
        activity(core, DAY);
        new Tenants(core).business("bell");

        assertThat(activity(core, DAY)).isEqualTo(Map.of(START, 2L));
        assertThat(activity(core, DAY)).isEqualTo(Map.of(START, 2L));
    }

    @Test
    void countsWhatOtherProcessesHaveWritten() {
        new Tenants(core).business("acme");
        activity(core, DAY);
        new Tenants(other).business("bell");
        core.follow();

        assertThat(activity(core, DAY)).isEqualTo(Map.of(START, 2L));
        assertThat(activity(other, DAY)).isEqualTo(Map.of(START, 2L));
    }

    @Test
    void leavesOutWhatIsOlderAndLooksBackWhenAskedTo() {
        new Tenants(core).business("acme");
        clock.advance(Duration.ofHours(2));
        new Tenants(core).business("bell");

        assertThat(activity(core, START.plusSeconds(900))).isEqualTo(Map.of(clock.instant(), 1L));
        assertThat(activity(core, DAY)).hasSize(2);
        assertThat(activity(core, START.plusSeconds(900))).hasSize(1);
    }
}
