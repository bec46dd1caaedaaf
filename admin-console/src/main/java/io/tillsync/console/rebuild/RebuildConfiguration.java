package io.tillsync.console.rebuild;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Commits;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityTypes;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** As much of the application as reads the log and writes what follows from it. Not annotated as a configuration: the whole must not find it. */
@ConfigurationPropertiesScan("io.tillsync.console.database")
@ComponentScan({"io.tillsync.console.database", "io.tillsync.console.mode"})
@ComponentScan(
        basePackages = "io.tillsync.core",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {Declaration.class, EntityTypes.class}))
class RebuildConfiguration {

    private static final long AS_LONG_AS_IT_TAKES = 0;

    @Bean
    AllLogs allLogs(MongoDatabase connected, EntityTypes types) {
        MongoDatabase database = connected.withTimeout(AS_LONG_AS_IT_TAKES, MILLISECONDS);
        Commits commits = new Commits(database);
        return new AllLogs(commits, new Projections(database, types, commits), new RebuildMark(database));
    }
}
