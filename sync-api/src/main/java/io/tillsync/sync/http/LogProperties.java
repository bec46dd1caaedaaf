package io.tillsync.sync.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is told in the log though nothing has failed.
 *
 * @param slowRequest from which on a request is told of, and what it has waited for
 * @param slowQuery from which on a command to the database is told of
 */
@ConfigurationProperties("tillsync.log")
public record LogProperties(
        @DefaultValue("1s") Duration slowRequest,
        @DefaultValue("200ms") Duration slowQuery) {

    public LogProperties {
        check("slow-request", slowRequest);
        check("slow-query", slowQuery);
    }

    private static void check(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("tillsync.log." + name + " must be more than 0, not " + duration);
        }
    }
}
