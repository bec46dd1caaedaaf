package io.tillsync.core.importing;

import com.mongodb.MongoException;
import io.tillsync.core.importing.ImportJob.Failure;
import io.tillsync.core.importing.ImportJobs.Claimed;
import io.tillsync.core.trace.RequestIds;
import io.tillsync.core.write.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs imports, one after the other in this process, so that they take turns with everything else that is asked of it. */
@Component
class ImportWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ImportStores stores;
    private final ImportTools tools;
    private final ImportProperties properties;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("import").daemon().unstarted(work));
    private final AtomicBoolean isAwake = new AtomicBoolean();
    private volatile boolean isStopping;
    private boolean isFailing;

    ImportWorker(ImportStores stores, ImportTools tools, ImportProperties properties) {
        this.stores = stores;
        this.tools = tools;
        this.properties = properties;
    }

    /** Looks for jobs without making the caller wait for them. */
    @Scheduled(fixedDelayString = "${tillsync.import.poll-interval:2s}")
    void wake() {
        if (!isStopping && isAwake.compareAndSet(false, true)) {
            thread.execute(() -> {
                isAwake.set(false);
                runAll();
            });
        }
    }

    /** Runs what there is to be run. */
    void runAll() {
        try {
            for (Optional<Claimed> job = next(); job.isPresent(); job = next()) {
                run(job.get());
            }
            isFailing = false;
        } catch (MongoException | Unavailable e) {
            if (!isFailing) {
                LOG.warn("The database does not answer; imports go on when it does: {}", e.getMessage());
            }
            isFailing = true;
        }
    }

    private Optional<Claimed> next() {
        return isStopping ? Optional.empty() : stores.jobs().claim();
    }

    private void run(Claimed job) {
        try {
            RequestIds.run(job.task().request(), () -> bringToItsEnd(job));
        } catch (LeaseLost e) {
            LOG.info("{}", e.getMessage());
        }
    }

    private void bringToItsEnd(Claimed job) {
        try {
            if (new ImportRun(stores, tools, properties.commitRows(), job).run(() -> isStopping)) {
                stores.jobs().done(job);
                stores.files().delete(job.task().file().id());
            } else {
                stores.jobs().release(job, Duration.ZERO);
            }
        } catch (MalformedFile e) {
            fail(job, e.failure());
        } catch (LeaseLost e) {
            throw e;
        } catch (MongoException | Unavailable e) {
            stores.jobs().release(job, PAUSE);
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.error("Import {} is given up", job.task().id(), e);
            fail(job, new Failure(1, "could not be imported to its end; what was imported stays"));
        }
    }

    private void fail(Claimed job, Failure error) {
        stores.jobs().failed(job, error);
        stores.files().delete(job.task().file().id());
    }

    /** Stops behind the commit that is under way; another process, or the next start, goes on. */
    @Override
    public void close() {
        isStopping = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("An import did not stop in time; it goes on when its lease has run out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
