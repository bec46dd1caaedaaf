package io.tillsync.core.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How this process follows logs.
 *
 * @param tailBytes memory for the newest commits, of all logs together
 * @param pollInterval how often it looks for what other processes have appended; less than {@code confirmedWithin}
 * @param confirmedWithin how old the last look at a log may be for its head to be taken as known
 */
@ConfigurationProperties("tillsync.feed")
public record FeedProperties(
        @DefaultValue("32MB") DataSize tailBytes,
        @DefaultValue("400ms") Duration pollInterval,
        @DefaultValue("1s") Duration confirmedWithin) {

    public FeedProperties {
        if (tailBytes.isNegative()) {
            throw new IllegalArgumentException(
                    "tillsync.feed.tail-bytes must not be negative, as " + tailBytes + " is");
        }
        if (!pollInterval.isPositive()) {
            throw new IllegalArgumentException("tillsync.feed.poll-interval must be more than 0");
        }
        if (pollInterval.compareTo(confirmedWithin) >= 0) {
            throw new IllegalArgumentException(
                    "tillsync.feed.poll-interval must be shorter than tillsync.feed.confirmed-within");
        }
    }

    /** For what needs no other. */
    public static FeedProperties defaults() {
        return new FeedProperties(DataSize.ofMegabytes(32), Duration.ofMillis(400), Duration.ofSeconds(1));
    }
}
