package io.tillsync.console.audit;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.ChainCheck;
import io.tillsync.audit.log.History;
import io.tillsync.audit.search.Search;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    /** As long as anybody likes to look at an unfinished list. */
    private static final Duration PATIENCE = Duration.ofMillis(700);

    @Bean
    History auditHistory(MongoDatabase database) {
        return new History(database);
    }

    @Bean
    Search auditSearch(History history, Clock clock) {
        return new Search(history, clock, PATIENCE);
    }

    @Bean
    ChainCheck chainCheck(MongoDatabase database, Clock clock) {
        return new ChainCheck(database, clock);
    }
}
