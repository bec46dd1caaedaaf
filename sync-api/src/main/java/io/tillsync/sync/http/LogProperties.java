package io.tillsync.sync.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is told in the log of requests though nothing has failed.
 *
 * @param slowRequest from which on one is told of, and what it has waited for
 */
@ConfigurationProperties("tillsync.log")
record LogProperties(@DefaultValue("1s") Duration slowRequest) {

    LogProperties {
        if (!slowRequest.isPositive()) {
            throw new IllegalArgumentException("tillsync.log.slow-request must be more than 0, not " + slowRequest);
        }
    }
}
