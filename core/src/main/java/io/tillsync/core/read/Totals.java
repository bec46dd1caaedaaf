package io.tillsync.core.read;

import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.type.EntityType;
import org.springframework.stereotype.Component;

/** How many entities there are, without counting them: each commit says it. */
@Component
public class Totals {

    private final Feeds feeds;
    private final Commits commits;

    public Totals(Feeds feeds, Commits commits) {
        this.feeds = feeds;
        this.commits = commits;
    }

    /** The active entities of a type in a log. */
    public long of(LogId log, EntityType type) {
        Head head = feeds.head(log);
        return commits.find(log, head.seq())
                .map(commit -> commit.counts().getOrDefault(type.name(), 0L))
                .orElse(0L);
    }
}
