package io.tillsync.sync;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.RealMongo;
import io.tillsync.audit.log.TestMongo;
import io.tillsync.core.SettableClock;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.tenancy.Installation;
import io.tillsync.sync.fixture.DatabaseCommands;
import io.tillsync.sync.fixture.World;
import java.util.Optional;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * All of core and sync-api, as the executable application puts them together: on an embedded database, or on the server that {@value
 * RealMongo#URI} names.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@ConfigurationPropertiesScan("io.tillsync")
@ComponentScan(
        basePackages = {"io.tillsync.core", "io.tillsync.sync"},
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "io\\.tillsync\\.sync\\.server\\..*",
                            "io\\.tillsync\\.sync\\.socket\\.SocketServer.*",
                            "io\\.tillsync\\.core\\.CoreFixture.*"
                        }))
public class SyncApplication {

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    TestMongo mongo() {
        return System.getenv(RealMongo.URI) == null ? EmbeddedMongo.start() : RealMongo.connect();
    }

    @Bean
    DatabaseCommands databaseCommands() {
        return new DatabaseCommands();
    }

    @Bean
    MongoClient mongoClient(TestMongo mongo, DatabaseCommands commands) {
        String uri = mongo instanceof EmbeddedMongo embedded
                ? embedded.uri()
                : Optional.ofNullable(System.getenv(RealMongo.URI)).orElseThrow();
        return MongoClients.create(MongoClientSettings.builder(TestMongo.durable(uri))
                .addCommandListener(commands)
                .build());
    }

    @Bean
    MongoDatabase database(MongoClient client, TestMongo mongo) {
        return client.getDatabase(mongo.database().getName());
    }

    @Bean
    Commits commits(MongoDatabase database) {
        return new Commits(database);
    }

    @Bean
    InitializingBean firstStart(TestMongo mongo, Installation installation, Projections projections, Commits commits) {
        return () -> {
            if (!(mongo instanceof EmbeddedMongo)) { // which has no such indexes, and says so for each
                commits.createIndexes();
                projections.createIndexes();
                installation.createIndexes();
            }
            installation.ensureAdmin(World.PASSWORD);
        };
    }
}
