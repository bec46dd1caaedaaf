package io.tillsync.console.startup;

import com.mongodb.MongoException;
import io.tillsync.console.database.DatabaseState;
import io.tillsync.console.rebuild.RebuildMark;
import io.tillsync.core.write.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Prepares the database: before the process listens, where the database answers, so that whoever reaches it is served at once; else it
 * waits for it, while the process already listens. Only when this is over does Spring Boot call the process ready (its readiness state
 * changes after the last runner), and until then {@link NotReadyFilter} answers for it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Startup implements ApplicationRunner, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);
    /** Before the web server, which starts at 2048 before the default. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 3072;

    private final DatabaseState state;
    private final DatabaseWait wait;
    private final RebuildMark rebuild;
    private final Preparation preparation;
    private final Indexes indexes;
    private volatile boolean isPrepared;
    private volatile boolean isRunning;

    Startup(DatabaseState state, DatabaseWait wait, RebuildMark rebuild, Preparation preparation, Indexes indexes) {
        this.state = state;
        this.wait = wait;
        this.rebuild = rebuild;
        this.preparation = preparation;
        this.indexes = indexes;
    }

    @Override
    public void start() {
        isRunning = true;
        if (state.fault().isEmpty()) {
            prepare();
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        while (!isPrepared && wait.await()) {
            prepare();
        }
        if (isPrepared) {
            indexes.createInBackground();
        }
    }

    private void prepare() {
        try {
            rebuild.mustNotStand();
            preparation.prepare();
            isPrepared = true;
        } catch (MongoException | Unavailable e) {
            LOG.info("The database was lost again before it could be used: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
