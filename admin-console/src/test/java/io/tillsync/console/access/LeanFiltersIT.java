package io.tillsync.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillsync.console.startup.RunningTillsync;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What every poll of every till goes through has no more to do than it must. */
class LeanFiltersIT {

    private static final RunningTillsync TILLSYNC = RunningTillsync.started();

    @AfterAll
    static void stop() {
        TILLSYNC.close();
    }

    @Test
    void measuresRequestsButNoSingleFilterOfThem() {
        assertThat(TILLSYNC.get("/api/v1/products").statusCode()).isEqualTo(401);
        assertThat(TILLSYNC.get("/login").statusCode()).isEqualTo(200);

        assertThat(TILLSYNC.bean(MeterRegistry.class).getMeters())
                .extracting(Meter::getId)
                .extracting(Meter.Id::getName)
                .contains("http.server.requests")
                .noneMatch(name -> name.startsWith("spring.security"));
    }

    @Test
    void givesFilesOfPagesAddressesByTheirContent() {
        assertThat(TILLSYNC.get("/login").body()).containsPattern("/css/[a-z]+-[0-9a-f]{32}\\.css");
    }
}
