package io.tillsync.console.database;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandEvent;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.mongodb.DefaultMongoCommandTagsProvider;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsCommandListener;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsConnectionPoolListener;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.Set;
import java.util.stream.DoubleStream;

/** How long the database takes for what, and how busy the connections to it are, with labels that do not grow. */
final class DatabaseMeters {

    private static final String COMMANDS = "mongodb.driver.commands";
    private static final Set<String> TOLD = Set.of("command", "collection", "status");
    private static final double[] STEPS = DoubleStream.of(1, 5, 25, 100, 500, 2_000)
            .map(ms -> Duration.ofMillis((long) ms).toNanos())
            .toArray();

    private DatabaseMeters() {}

    static MongoClientSettings.Builder add(MongoClientSettings.Builder settings, MeterRegistry meters) {
        return settings.addCommandListener(new MongoMetricsCommandListener(meters, new Labels()))
                .applyToConnectionPoolSettings(pool ->
                        pool.addConnectionPoolListener(new MongoMetricsConnectionPoolListener(
                                meters,
                                event -> Tags.of(
                                        "server.address",
                                        event.getServerId().getAddress().toString()))));
    }

    static MeterFilter steps() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(COMMANDS)
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(STEPS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }

    /** Leaves out what names the client, which is another one after each start, and the server, which the pool's metrics name. */
    private static final class Labels extends DefaultMongoCommandTagsProvider {

        @Override
        public Iterable<Tag> commandTags(CommandEvent event) {
            return Tags.of(super.commandTags(event)).stream()
                    .filter(tag -> TOLD.contains(tag.getKey()))
                    .toList();
        }
    }
}
