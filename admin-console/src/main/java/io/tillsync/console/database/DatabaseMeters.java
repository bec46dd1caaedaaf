package io.tillsync.console.database;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.mongodb.DefaultMongoCommandTagsProvider;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsCommandListener;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsConnectionPoolListener;
import java.util.Set;

/** How long the database takes for what, and how busy the connections to it are, with labels that do not grow. */
final class DatabaseMeters {

    private static final Set<String> TOLD = Set.of("command", "collection", "status");

    private DatabaseMeters() {}

    static void add(MongoClientSettings.Builder settings, MeterRegistry meters) {
        settings.addCommandListener(new MongoMetricsCommandListener(meters, new Labels()))
                .applyToConnectionPoolSettings(pool ->
                        pool.addConnectionPoolListener(new MongoMetricsConnectionPoolListener(
                                meters,
                                event -> Tags.of(
                                        "server.address",
                                        event.getServerId().getAddress().toString()))));
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
