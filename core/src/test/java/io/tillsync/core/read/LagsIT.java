package io.tillsync.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.CoreFixture;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Lags.Lag;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of the installation's log, which is the easiest to make grow. */
class LagsIT {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private CoreFixture core;
    private Tenants tenants;

    @BeforeEach
    void open() {
        core = CoreFixture.on(MONGO.fresh());
        tenants = new Tenants(core);
    }

    @AfterEach
    void close() {
        core.close();
    }

    private SyncToken atHead() {
        return new SyncToken(List.of(Cursor.at(core.get(Feeds.class).head(Logs.INSTALLATION))));
    }

    private Optional<Lag> lag(SyncToken token) {
        return core.get(Lags.class).of(token);
    }

    @Test
    void isNoneAtTheHead() {
        tenants.business("acme");

        assertThat(lag(atHead())).contains(Lag.NONE);
    }

    @Test
    void tellsHowManyCommitsAreMissedAndSinceWhen() {
        tenants.business("acme");
        SyncToken token = atHead();
        core.clock().advance(Duration.ofMinutes(1));
        Instant first = core.clock().instant();
        tenants.business("bell");
        core.clock().advance(Duration.ofMinutes(1));
        tenants.business("cove");

        assertThat(lag(token)).contains(new Lag(2, Optional.of(first)));
        assertThat(lag(new SyncToken(List.of(Cursor.start(Logs.INSTALLATION)))).map(Lag::commits))
                .contains(3L);
    }

    @Test
    void isUnknownForATokenOfAnotherHistory() {
        tenants.business("acme");
        Cursor held = atHead().parts().getFirst();
        tenants.business("bell");

        assertThat(lag(new SyncToken(List.of(new Cursor(held.log(), held.seq(), held.hash() + 1)))))
                .isEmpty();
    }

    @Test
    void addsUpOverLogsFromTheEarliest() {
        Instant early = Instant.parse("2026-01-01T00:00:00Z");
        Lag later = new Lag(2, Optional.of(early.plusSeconds(1)));

        assertThat(later.and(new Lag(3, Optional.of(early)))).isEqualTo(new Lag(5, Optional.of(early)));
        assertThat(new Lag(3, Optional.of(early)).and(later)).isEqualTo(new Lag(5, Optional.of(early)));
        assertThat(later.and(Lag.NONE)).isEqualTo(later);
        assertThat(Lag.NONE.and(later)).isEqualTo(later);
    }
}
