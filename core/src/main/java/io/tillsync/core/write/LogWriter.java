package io.tillsync.core.write;

import com.mongodb.MongoException;
import io.tillsync.audit.log.AppendResult;
import io.tillsync.audit.log.AppendResult.Appended;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.Head;
import io.tillsync.core.feed.Feed;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.write.Batches.Judged;
import io.tillsync.core.write.WriteListener.Cause;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Writes to one log, for this process. Requests that wait while a batch is under way become the next batch: many of them cost one insert.
 * The first of them to get hold of the log does the work for all.
 */
final class LogWriter {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final Feed feed;
    private final Commits commits;
    private final Projections projections;
    private final Batches batches;
    private final WriteProperties properties;
    private final Clock clock;
    private final WriteListener listener;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

    private record Waiting(ChangeRequest request, CompletableFuture<Outcome.Result> result) {}

    LogWriter(
            Feed feed,
            Commits commits,
            Projections projections,
            Batches batches,
            WriteProperties properties,
            Clock clock,
            WriteListener listener) {
        this.feed = feed;
        this.commits = commits;
        this.projections = projections;
        this.batches = batches;
        this.properties = properties;
        this.clock = clock;
        this.listener = listener;
    }

    Outcome.Result write(ChangeRequest request) {
        Waiting own = new Waiting(request, new CompletableFuture<>());
        waiting.add(own);
        feed.exclusively(() -> {
            while (!own.result().isDone()) {
                run(nextBatch());
            }
            return own;
        });
        try {
            return own.result().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
    }

    private List<Waiting> nextBatch() {
        List<Waiting> batch = new ArrayList<>();
        int changes = 0;
        for (Waiting next = waiting.peek();
                next != null
                        && (batch.isEmpty() || changes + next.request().edits().size() <= properties.batchChanges());
                next = waiting.peek()) {
            batch.add(waiting.remove());
            changes += Math.max(1, next.request().edits().size());
        }
        return batch;
    }

    private void run(List<Waiting> batch) {
        try {
            List<Outcome.Result> results =
                    decide(batch.stream().map(Waiting::request).toList());
            for (int i = 0; i < batch.size(); i++) {
                decided(batch.get(i), results.get(i));
            }
        } catch (MongoException | Unavailable e) {
            fail(batch, e instanceof Unavailable known ? known : new Unavailable(e));
        } catch (RuntimeException | Error e) {
            if (batch.size() == 1) {
                fail(batch, e);
            } else {
                batch.forEach(one -> run(List.of(one))); // So that only the one whose fault it is meets it.
            }
        }
    }

    private void decided(Waiting one, Outcome.Result result) {
        listener.decided(one.request(), result.outcomes());
        one.result().complete(result);
    }

    private static void fail(List<Waiting> batch, Throwable fault) {
        batch.forEach(one -> one.result().completeExceptionally(fault));
    }

    /** Tries until the batch is in the log or refused at its head. After a fault it is looked what of it has arrived all the same. */
    private List<Outcome.Result> decide(List<ChangeRequest> requests) {
        long deadline = System.nanoTime() + properties.patience().toNanos();
        Duration pause = FIRST_PAUSE;
        boolean stale = false;
        while (true) {
            try {
                if (stale) {
                    feed.catchUp();
                }
                Judged judged = batches.judge(requests, head(), clock.instant());
                if (isSettled(judged)) {
                    return judged.results();
                }
                stale = true;
            } catch (MongoException e) {
                if (System.nanoTime() + pause.toNanos() > deadline) {
                    throw e;
                }
                stale = true;
                retry(Cause.NO_ANSWER);
            }
            if (System.nanoTime() > deadline) {
                throw new Unavailable(new IllegalStateException("Other processes kept taking the log's next position"));
            }
            pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /**
     * That it still is the head, an append or a last look tells; but a log that was replaced while nobody here followed it would get a
     * commit behind an end that it no longer has.
     */
    private Head head() {
        return feed.head(CONFIRMED_WITHIN);
    }

    /** Whether what was judged at the head holds: because the append behind that head succeeded, or nobody else has appended. */
    private boolean isSettled(Judged judged) {
        if (judged.commits().isEmpty()) {
            boolean hasMoved = feed.catchUp();
            if (hasMoved) {
                retry(Cause.MOVED);
            }
            return !hasMoved;
        }
        long asked = System.nanoTime();
        AppendResult result = commits.append(judged.commits());
        if (!(result instanceof Appended)) {
            retry(Cause.TAKEN);
            return false;
        }
        long appended = System.nanoTime();
        projections.project(judged.commits());
        long projected = System.nanoTime();
        feed.appended(judged.commits(), asked);
        listener.appended(judged.commits(), Duration.ofNanos(appended - asked), Duration.ofNanos(projected - appended));
        return true;
    }

    private void retry(Cause cause) {
        listener.retried(cause);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable(e);
        }
    }
}
