package io.tillsync.console.startup;

import io.tillsync.console.Tillsync;
import io.tillsync.console.mode.Mode;
import io.tillsync.console.mode.OnlyIn;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the log of each start, and of a stop that was asked for: without the latter a process has died. */
@Component
@OnlyIn(Mode.REAL)
final class StartAndStop {

    private static final Logger LOG = LoggerFactory.getLogger(StartAndStop.class);

    @EventListener
    void started(ApplicationReadyEvent event) {
        String version = Optional.ofNullable(Tillsync.class.getPackage().getImplementationVersion())
                .orElse("of this working tree");
        String port = event.getApplicationContext().getEnvironment().getProperty("local.server.port", "?");
        LOG.info("Tillsync {} serves on port {}", version, port);
    }

    /** Of the application's own context: that of a management port ends too. */
    @EventListener
    void stopping(ContextClosedEvent event) {
        if (event.getApplicationContext().getParent() == null) {
            LOG.info("Tillsync stops: sockets are told to go elsewhere, and requests under way are finished");
        }
    }
}
