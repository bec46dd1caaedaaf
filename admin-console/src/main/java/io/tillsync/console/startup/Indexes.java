package io.tillsync.console.startup;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Commits;
import io.tillsync.console.mode.Mode;
import io.tillsync.core.importing.Imports;
import io.tillsync.core.tenancy.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the indexes, beside everything else: without them answers are slower, not wrong. The demo's database has none. */
@Component
class Indexes {

    private static final Logger LOG = LoggerFactory.getLogger(Indexes.class);
    private static final long AS_LONG_AS_IT_TAKES = 0;

    private final Mode mode;
    private final DatabaseWait wait;
    private final MongoDatabase database;
    private final Installation installation;

    Indexes(Mode mode, DatabaseWait wait, MongoDatabase database, Installation installation) {
        this.mode = mode;
        this.installation = installation;
        this.wait = wait;
        this.database = database.withTimeout(AS_LONG_AS_IT_TAKES, MILLISECONDS);
    }

    void createInBackground() {
        if (!mode.isDemo()) {
            Thread.ofVirtual().name("indexes").start(this::create);
        }
    }

    private void create() {
        boolean over = false;
        while (!over && wait.await()) {
            try {
                new Commits(database).createIndexes();
                installation.createIndexes();
                Imports.createIndexes(database);
                over = true;
            } catch (MongoCommandException e) {
                LOG.error("MongoDB refuses to make an index; some questions will be slow", e);
                over = true;
            } catch (MongoException e) {
                LOG.debug("The database was lost while indexes were made; they are made when it is back", e);
            }
        }
    }
}
