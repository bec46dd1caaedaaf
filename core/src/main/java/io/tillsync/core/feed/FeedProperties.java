package io.tillsync.core.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
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
            throw new InvalidConfigurationPropertyValueException(
                    "tillsync.feed.tail-bytes", tailBytes, "must not be negative");
        }
        if (!confirmedWithin.isPositive()) {
            throw new InvalidConfigurationPropertyValueException(
                    "tillsync.feed.confirmed-within", confirmedWithin, "must be more than 0");
        }
        if (!pollInterval.isPositive() || pollInterval.compareTo(confirmedWithin) >= 0) {
            throw new InvalidConfigurationPropertyValueException(
                    "tillsync.feed.poll-interval",
                    pollInterval,
                    "must be more than 0 and less than tillsync.feed.confirmed-within");
        }
    }

    /** For what needs no other. */
    public static FeedProperties defaults() {
        return new FeedProperties(DataSize.ofMegabytes(32), Duration.ofMillis(400), Duration.ofSeconds(1));
    }
}
