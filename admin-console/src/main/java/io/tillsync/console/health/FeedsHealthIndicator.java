package io.tillsync.console.health;

import io.tillsync.core.feed.Feeds;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Part of readiness, as {@code feeds}: a process that can no longer see what happens in a store it serves gets no requests, until it can
 * again. Which one it is, the log says.
 */
@Component("feedsHealthIndicator")
final class FeedsHealthIndicator implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(FeedsHealthIndicator.class);

    private final Feeds feeds;
    private final Duration stalledAfter;
    private Set<String> told = Set.of();

    FeedsHealthIndicator(Feeds feeds, HealthProperties properties) {
        this.feeds = feeds;
        this.stalledAfter = properties.feedStalledAfter();
    }

    @Override
    public Health health() {
        Map<String, String> stalled = new TreeMap<>();
        feeds.lastLooks().forEach((log, ago) -> {
            if (ago.compareTo(stalledAfter) > 0) {
                stalled.put(log.value(), ago.toSeconds() + " s");
            }
        });
        tell(stalled);
        return stalled.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("stalled", stalled).build();
    }

    private synchronized void tell(Map<String, String> stalled) {
        if (!told.containsAll(stalled.keySet())) {
            LOG.warn("Not ready: these logs could not be followed for so long: {}", stalled);
        } else if (stalled.isEmpty() && !told.isEmpty()) {
            LOG.info("No log stands still any more");
        }
        told = Set.copyOf(stalled.keySet());
    }
}
