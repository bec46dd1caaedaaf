package io.tillsync.core.write;

import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.LogId;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.read.Versions;
import io.tillsync.core.type.EntityTypes;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The only way to change anything: one {@link LogWriter} for each log. */
@Component
public class LogWriters {

    private final Map<LogId, LogWriter> writers = new ConcurrentHashMap<>();
    private final Feeds feeds;
    private final Commits commits;
    private final Batches batches;
    private final Projections projections;
    private final WriteProperties properties;
    private final Clock clock;
    private final WriteListeners listeners = new WriteListeners();

    public LogWriters(
            Feeds feeds,
            Commits commits,
            Projections projections,
            Versions versions,
            EntityTypes types,
            WriteProperties properties,
            Clock clock) {
        this.feeds = feeds;
        this.commits = commits;
        this.projections = projections;
        this.properties = properties;
        this.clock = clock;
        this.batches = new Batches(new Verdicts(new Judge(types, versions)), projections, commits, types);
    }

    public void listen(WriteListener listener) {
        listeners.add(listener);
    }

    /**
     * Applies a request or refuses it. When this returns, what was applied is durable and visible to every reader of this process; what
     * was refused was so at a head that was confirmed to be the log's.
     *
     * @throws Unavailable where the database did not answer in time; the request may have been applied, whole
     */
    public Outcome.Result write(ChangeRequest request) {
        return writers.computeIfAbsent(
                        request.home().log(),
                        log -> new LogWriter(
                                feeds.of(log), commits, projections, batches, properties, clock, listeners))
                .write(request);
    }
}
