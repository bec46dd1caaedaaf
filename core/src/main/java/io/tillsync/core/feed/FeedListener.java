package io.tillsync.core.feed;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Head;
import java.util.List;

/** Hears of commits as they become visible in this process. */
public interface FeedListener {

    /**
     * Called for each log in the order of its commits, none left out as long as the log is followed. Runs where the log's next write
     * waits: it has to return at once, and must not throw.
     */
    void committed(List<Commit> commits);

    /** Called after that, where it was this process that has appended: with the log's new head. The same holds for it. */
    default void appended(Head head) {}
}
