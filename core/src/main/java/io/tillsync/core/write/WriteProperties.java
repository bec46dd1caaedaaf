package io.tillsync.core.write;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests become commits.
 *
 * @param batchChanges the most changes that go to the database with one insert, unless one request alone has more
 * @param patience how long a write is tried again when the database does not answer, before the caller is told so
 */
@ConfigurationProperties("tillsync.write")
public record WriteProperties(
        @DefaultValue("1000") int batchChanges,
        @DefaultValue("5s") Duration patience) {

    public WriteProperties {
        if (batchChanges < 1 || batchChanges > 10_000) {
            throw new IllegalArgumentException(
                    "tillsync.write.batch-changes must be from 1 to 10000, not " + batchChanges);
        }
        if (!patience.isPositive() || patience.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException(
                    "tillsync.write.patience must be more than 0 and at most 1m, not " + patience);
        }
    }

    /** For what needs no other. */
    public static WriteProperties defaults() {
        return new WriteProperties(1000, Duration.ofSeconds(5));
    }
}
