package io.tillsync.core.feed;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.LogId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Lets callers wait for the next commit of any of several logs. */
@Component
public class Arrivals implements FeedListener {

    private final Map<LogId, Set<CompletableFuture<LogId>>> waiting = new ConcurrentHashMap<>();

    Arrivals(Feeds feeds) {
        feeds.listen(this);
    }

    /**
     * A promise that is kept with the next commit of one of the logs. Who looks at the heads after asking for it, and then waits, misses
     * nothing; {@link #forget} has to follow.
     */
    public CompletableFuture<LogId> next(Collection<LogId> logs) {
        CompletableFuture<LogId> next = new CompletableFuture<>();
        logs.forEach(log -> waiting.compute(log, (id, others) -> {
            Set<CompletableFuture<LogId>> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(next);
            return all;
        }));
        return next;
    }

    /** Ends the waiting. */
    public void forget(Collection<LogId> logs, CompletableFuture<LogId> next) {
        logs.forEach(log -> waiting.computeIfPresent(log, (id, all) -> {
            all.remove(next);
            return all.isEmpty() ? null : all;
        }));
    }

    @Override
    public void committed(List<Commit> commits) {
        LogId log = commits.getFirst().log();
        waiting.getOrDefault(log, Set.of()).forEach(next -> next.complete(log));
    }
}
