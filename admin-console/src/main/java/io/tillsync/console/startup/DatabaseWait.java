package io.tillsync.console.startup;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.tillsync.console.database.DatabaseState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Waits for the database as long as it takes, and says so now and then. */
@Component
class DatabaseWait {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWait.class);
    private static final Duration REMINDER = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 300;

    private final DatabaseState database;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);

    DatabaseWait(DatabaseState database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns when the database answers: true; or when the process is stopped before it does: false. */
    boolean await() {
        Instant nextReminder = Instant.MIN;
        Optional<String> fault = database.fault();
        while (fault.isPresent() && !isClosed(0)) {
            if (!clock.instant().isBefore(nextReminder)) {
                LOG.warn(
                        "Waiting for MongoDB, to go on by itself when it answers (TILLSYNC_MONGODB_URI): {}",
                        fault.get());
                nextReminder = clock.instant().plus(REMINDER);
            }
            if (!isClosed(PAUSE_MILLIS)) {
                fault = database.fault();
            }
        }
        if (fault.isEmpty() && !nextReminder.equals(Instant.MIN)) {
            LOG.info("MongoDB answers");
        }
        return fault.isEmpty();
    }

    private boolean isClosed(long withinMillis) {
        try {
            return closed.await(withinMillis, MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closed.countDown();
    }
}
