package io.tillsync.console.health;

import io.tillsync.sync.socket.Deadlocks;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Part of liveness, as {@code deadlock}: threads that wait for each other for ever are ended by a restart alone. */
@Component("deadlockHealthIndicator")
final class DeadlockHealthIndicator implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlockHealthIndicator.class);

    private final Deadlocks deadlocks;
    private boolean isTold;

    DeadlockHealthIndicator(Deadlocks deadlocks) {
        this.deadlocks = deadlocks;
    }

    @Override
    public Health health() {
        List<String> stuck = deadlocks.lately();
        tell(stuck);
        return stuck.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("stuck", stuck).build();
    }

    private synchronized void tell(List<String> stuck) {
        if (!stuck.isEmpty() && !isTold) {
            LOG.error("Deadlock, this process has to be restarted: {}", stuck);
        }
        isTold = !stuck.isEmpty();
    }
}
