package io.tillsync.sync.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long the calls take that tills make all the time, in few steps; of all others only the mean is kept. */
@Configuration(proxyBeanMethods = false)
class MeterConfiguration {

    private static final String SYNC = "/api/v1/sync";

    /** Those last as long as nothing happens. */
    private static final Set<String> WAITING = Set.of(SYNC + "/check", SYNC + "/events", SYNC + "/stream");

    private static final double[] STEPS = DoubleStream.of(1, 5, 25, 100, 500, 2_000, 10_000)
            .map(ms -> Duration.ofMillis((long) ms).toNanos())
            .toArray();

    @Bean
    MeterFilter syncDurations() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests") && isOfTills(id)
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(STEPS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }

    private static boolean isOfTills(Meter.Id id) {
        return Optional.ofNullable(id.getTag("uri"))
                .filter(uri -> uri.startsWith(SYNC) && !WAITING.contains(uri))
                .isPresent();
    }
}
