package io.tillsync.core.importing;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what imports are kept in. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    @Bean
    ImportStores importStores(MongoDatabase database, ImportProperties properties, Clock clock) {
        return ImportStores.of(database, properties, clock);
    }
}
