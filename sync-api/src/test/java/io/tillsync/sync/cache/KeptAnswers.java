package io.tillsync.sync.cache;

import io.tillsync.core.feed.Feeds;
import io.tillsync.sync.redis.LinkedRedis;

/** Makes what the package has, without Spring. */
public final class KeptAnswers {

    private KeptAnswers() {}

    /** Those of a process that has a connection, be it to nothing. */
    public static Answers of(LinkedRedis link, Feeds feeds) {
        Validity validity = new Validity(feeds);
        return new Answers(
                link.redis, feeds, validity, new Tallies(link.meters), new Keeper(link.redis, feeds, validity));
    }
}
