package io.tillsync.console.health;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When this process says that it is not well.
 *
 * @param feedStalledAfter how long a log that it follows may go without being looked at before it wants no more requests
 */
@ConfigurationProperties("tillsync.health")
record HealthProperties(@DefaultValue("10s") Duration feedStalledAfter) {

    private static final Duration LEAST = Duration.ofSeconds(2);

    HealthProperties {
        if (feedStalledAfter.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "tillsync.health.feed-stalled-after must be at least 2s, not " + feedStalledAfter);
        }
    }
}
