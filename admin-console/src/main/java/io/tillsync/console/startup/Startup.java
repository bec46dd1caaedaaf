package io.tillsync.console.startup;

import com.mongodb.MongoException;
import io.tillsync.core.write.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Waits for the database and prepares it, while the process already listens. Only when this is over does Spring Boot call the process
 * ready (its readiness state changes after the last runner), and until then {@link NotReadyFilter} answers for it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Startup implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private final DatabaseWait database;
    private final Indexes indexes;
    private final Preparation preparation;

    Startup(DatabaseWait database, Indexes indexes, Preparation preparation) {
        this.database = database;
        this.indexes = indexes;
        this.preparation = preparation;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean prepared = false;
        while (!prepared && database.await()) {
            try {
                preparation.prepare();
                prepared = true;
            } catch (MongoException | Unavailable e) {
                LOG.info("The database was lost again before it could be used: {}", e.getMessage());
            }
        }
        if (prepared) {
            indexes.createInBackground();
        }
    }
}
