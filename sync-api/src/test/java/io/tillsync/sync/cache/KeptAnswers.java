package io.tillsync.sync.cache;

import io.tillsync.core.feed.Feeds;
import io.tillsync.sync.redis.LinkedRedis;
import java.time.Duration;

/** Makes what the package has, without Spring. */
public final class KeptAnswers {

    /** Longer than any test: who waits for another's read waits until it is over. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private KeptAnswers() {}

    /** Those of a process that has a connection, be it to nothing. */
    public static Answers of(LinkedRedis link, Feeds feeds) {
        Validity validity = new Validity(feeds);
        Keeper keeper = new Keeper(link.redis, feeds, validity);
        return new Answers(link.redis, feeds, validity, new Tallies(link.meters), keeper, PATIENCE);
    }
}
