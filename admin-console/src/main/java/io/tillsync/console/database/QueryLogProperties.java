package io.tillsync.console.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is told in the log of the database though nothing has failed.
 *
 * @param slowQuery from which on a command is told of
 */
@ConfigurationProperties("tillsync.log")
record QueryLogProperties(@DefaultValue("200ms") Duration slowQuery) {

    QueryLogProperties {
        if (!slowQuery.isPositive()) {
            throw new IllegalArgumentException("tillsync.log.slow-query must be more than 0, not " + slowQuery);
        }
    }
}
