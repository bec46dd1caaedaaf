package io.tillsync.core.feed;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.LogId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets callers wait for the next commit of any of several logs, as long as the process is not about to stop. */
@Component
public class Arrivals implements FeedListener {

    private final Map<LogId, Set<Next>> waiting = new ConcurrentHashMap<>();

    private volatile boolean isOver;

    Arrivals(Feeds feeds) {
        feeds.listen(this);
    }

    /** Whether the process is about to stop: then nobody is made to wait any more. */
    public boolean isOver() {
        return isOver;
    }

    /** Comes before the web server waits for the requests that are under way. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        isOver = true;
        waiting.values().forEach(all -> all.forEach(next -> next.arrived.countDown()));
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
            return !isOver && arrived.await(time.toMillis(), TimeUnit.MILLISECONDS) && !isOver;
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
