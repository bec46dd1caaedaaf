package io.tillsync.console.startup;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Commits;
import io.tillsync.console.mode.Mode;
import io.tillsync.core.bulk.BulkEdits;
import io.tillsync.core.importing.Imports;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.tenancy.Installation;
import io.tillsync.core.type.EntityTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the indexes, beside everything else: without them answers are slower, not wrong. The demo's database knows none. */
@Component
class Indexes {

    private static final Logger LOG = LoggerFactory.getLogger(Indexes.class);
    private static final long AS_LONG_AS_IT_TAKES = 0;

    private final Mode mode;
    private final DatabaseWait wait;
    private final MongoDatabase database;
    private final EntityTypes types;
    private final Installation installation;

    Indexes(Mode mode, DatabaseWait wait, MongoDatabase database, EntityTypes types, Installation installation) {
        this.mode = mode;
        this.wait = wait;
        this.database = database.withTimeout(AS_LONG_AS_IT_TAKES, MILLISECONDS);
        this.types = types;
        this.installation = installation;
    }

    void createInBackground() {
        if (!mode.isDemo()) {
            Thread.ofVirtual().name("indexes").start(this::createWhenPossible);
        }
    }

    private void createWhenPossible() {
        boolean over = false;
        while (!over && wait.await()) {
            try {
                create();
                over = true;
            } catch (MongoCommandException e) {
                LOG.error("MongoDB refuses to make an index; some questions will be slow", e);
                over = true;
            } catch (MongoException e) {
                LOG.debug("The database was lost while indexes were made; they are made when it is back", e);
            }
        }
    }

    private void create() {
        Commits commits = new Commits(database);
        commits.createIndexes();
        new Projections(database, types, commits).createIndexes();
        installation.createIndexes();
        Imports.createIndexes(database);
        BulkEdits.createIndexes(database);
    }
}
