package io.tillsync.console.database;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillsync.audit.log.Commits;
import io.tillsync.console.mode.Mode;
import io.tillsync.console.mode.OnlyIn;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the server that was named, else to the embedded one. Nothing here waits for an answer. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final String DEFAULT_NAME = "tillsync";
    private static final Duration NEVER = Duration.ofDays(1);

    @Bean
    @OnlyIn(Mode.DEMO)
    EmbeddedServer embeddedServer() {
        return new EmbeddedServer();
    }

    @Bean
    ConnectionString connectionString(MongodbProperties properties, ObjectProvider<EmbeddedServer> embedded) {
        return properties.connection().orElseGet(() -> embedded.getObject().address());
    }

    /** Nobody asks a run that only rebuilds for metrics: it has no registry. */
    @Bean
    MongoClient mongoClient(
            ConnectionString server,
            MongodbProperties properties,
            QueryLogProperties log,
            ObjectProvider<MeterRegistry> meters) {
        // The embedded one is slow for reasons that nobody can help.
        Duration slow = properties.connection().isPresent() ? log.slowQuery() : NEVER;
        MongoClientSettings.Builder settings =
                MongoClientSettings.builder(ClientSettings.of(server)).addCommandListener(new CommandWatch(slow));
        meters.ifAvailable(registry -> DatabaseMeters.add(settings, registry));
        return MongoClients.create(settings.build());
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, ConnectionString server) {
        return client.getDatabase(Optional.ofNullable(server.getDatabase()).orElse(DEFAULT_NAME));
    }

    @Bean
    Commits commits(MongoDatabase database) {
        return new Commits(database);
    }
}
