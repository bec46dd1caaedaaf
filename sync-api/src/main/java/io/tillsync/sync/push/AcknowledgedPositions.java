package io.tillsync.sync.push;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.read.SyncToken;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How far tills have said that they are: the slowest of them is a metric. Only what they told this process, since it started. */
@Component
class AcknowledgedPositions {

    private final Map<String, SyncToken> byPrincipal = new ConcurrentHashMap<>();
    private final Feeds feeds;

    AcknowledgedPositions(Feeds feeds, MeterRegistry meters) {
        this.feeds = feeds;
        Gauge.builder("tillsync.tills.behind.max", this, AcknowledgedPositions::mostBehind)
                .description("Commits that the slowest till has not acknowledged")
                .register(meters);
    }

    void put(String principalId, SyncToken token) {
        byPrincipal.put(principalId, token);
    }

    private double mostBehind() {
        return byPrincipal.values().stream()
                .mapToLong(
                        token -> token.parts().stream().mapToLong(this::behind).sum())
                .max()
                .orElse(0);
    }

    private long behind(Cursor cursor) {
        return feeds.of(cursor.log())
                .known()
                .map(head -> Math.max(0, head.seq().value() - cursor.seq().value()))
                .orElse(0L);
    }
}
