package io.tillsync.console.logs;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.logging.LoggersEndpoint;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerGroups;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/loggers}, which says in the log who has changed what is logged. Only of Tillsync itself: what the libraries beneath log
 * at finer levels are requests and documents, with the names and secrets that are in them.
 */
@Component
class RecordedLoggers extends LoggersEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(RecordedLoggers.class);
    private static final String OURS = "io.tillsync";

    RecordedLoggers(LoggingSystem logging, LoggerGroups groups) {
        super(logging, groups);
    }

    @Override
    @WriteOperation
    public void configureLogLevel(@Selector String name, @Nullable LogLevel configuredLevel) {
        if (!name.equals(OURS) && !name.startsWith(OURS + ".")) {
            throw new InvalidEndpointRequestException(
                    "Only levels of " + OURS + " can be changed",
                    "What others log at finer levels can be personal or secret.");
        }
        super.configureLogLevel(name, configuredLevel);
        var caller = SecurityContextHolder.getContext().getAuthentication();
        LOG.warn(
                "The level of {} was set to {} by the user {}",
                name.replaceAll("[^A-Za-z0-9_.$-]", "?"),
                configuredLevel == null ? "what it inherits" : configuredLevel,
                caller == null ? "?" : caller.getName());
    }
}
