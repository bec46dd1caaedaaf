package io.tillsync.core.feed;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.LogId;
import io.tillsync.core.trace.Waits;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets callers wait for the next commit of any of several logs, until the process stops. */
@Component
public class Arrivals implements FeedListener, SmartLifecycle {

    /** Waits end after sockets have been told to go elsewhere, and before the web server waits for the requests that are under way. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 512;

    private final Map<LogId, Set<Next>> waiting = new ConcurrentHashMap<>();

    private volatile boolean isOver;

    Arrivals(Feeds feeds) {
        feeds.listen(this);
    }

    /** Whether the process stops: then nobody is made to wait any more. */
    public boolean isOver() {
        return isOver;
    }

    @Override
    public void start() {
        isOver = false;
    }

    @Override
    public void stop() {
        isOver = true;
        waiting.values().forEach(all -> all.forEach(next -> next.arrived.countDown()));
    }

    @Override
    public boolean isRunning() {
        return !isOver;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** A wait for the next commit of one of several logs; it has to be closed. */
    public final class Next implements AutoCloseable {

        private final Collection<LogId> logs;
        private final CountDownLatch arrived = new CountDownLatch(1);

        private Next(Collection<LogId> logs) {
            this.logs = List.copyOf(logs);
        }

        /** Waits until there was one since this was asked for, or it was woken; false where there was neither in time, or the process stops. */
        public boolean await(Duration time) throws InterruptedException {
            long started = System.nanoTime();
            try {
                return !isOver && arrived.await(time.toMillis(), TimeUnit.MILLISECONDS) && !isOver;
            } finally {
                Waits.waited(Duration.ofNanos(System.nanoTime() - started));
            }
        }

        /** Ends the wait, though nothing has arrived. */
        public void wake() {
            arrived.countDown();
        }

        @Override
        public void close() {
            logs.forEach(log -> waiting.computeIfPresent(log, (id, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            }));
        }
    }

    /** Begins to wait. Who looks at the heads after this, and then waits, misses nothing. */
    public Next next(Collection<LogId> logs) {
        Next next = new Next(logs);
        logs.forEach(log -> waiting.compute(log, (id, others) -> {
            Set<Next> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(next);
            return all;
        }));
        return next;
    }

    @Override
    public void committed(List<Commit> commits) {
        LogId log = commits.getFirst().log();
        waiting.getOrDefault(log, Set.of()).forEach(Next::wake);
    }
}
