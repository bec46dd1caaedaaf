package io.tillsync.core.read;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.type.EntityType;
import org.springframework.stereotype.Component;

/** How many entities there are, without counting them: each commit says it. */
@Component
public class Totals {

    private final Feeds feeds;

    public Totals(Feeds feeds) {
        this.feeds = feeds;
    }

    /** The active entities of a type in a log. */
    public long of(LogId log, EntityType type) {
        return feeds.head(log).counts().getOrDefault(type.name(), 0L);
    }
}
