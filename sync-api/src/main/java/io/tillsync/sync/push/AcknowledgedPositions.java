package io.tillsync.sync.push;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.read.SyncToken;
import io.tillsync.sync.socket.Sockets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How far the tills that are connected to this process have told it that they are: the slowest of them is a metric. */
@Component
class AcknowledgedPositions {

    private final Map<String, SyncToken> byPrincipal = new ConcurrentHashMap<>();
    private final Feeds feeds;
    private final ObjectProvider<Sockets> sockets;

    AcknowledgedPositions(Feeds feeds, ObjectProvider<Sockets> sockets, MeterRegistry meters) {
        this.feeds = feeds;
        this.sockets = sockets;
        Gauge.builder("tillsync.tills.behind.max", this, AcknowledgedPositions::mostBehind)
                .description("Commits that the slowest till has not acknowledged")
                .register(meters);
    }

    void put(String principalId, SyncToken token) {
        byPrincipal.put(principalId, token);
    }

    /** Forgets who has gone: it would be behind ever more. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void forget() {
        Set<String> gone = new HashSet<>(byPrincipal.keySet());
        gone.removeAll(sockets.getObject().principals());
        byPrincipal.keySet().removeAll(gone);
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
