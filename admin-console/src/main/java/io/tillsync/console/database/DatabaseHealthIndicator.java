package io.tillsync.console.database;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Part of readiness, as {@code database}: a process without its database gets no traffic, and gets it again by itself. */
@Component("databaseHealthIndicator")
final class DatabaseHealthIndicator implements HealthIndicator {

    private final DatabaseState state;

    DatabaseHealthIndicator(DatabaseState state) {
        this.state = state;
    }

    @Override
    public Health health() {
        return state.fault()
                .map(fault -> Health.down().withDetail("fault", fault).build())
                .orElseGet(() -> Health.up().build());
    }
}
