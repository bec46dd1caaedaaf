package io.tillsync.sync.cache;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Head;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Cursor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says whether what was read at a position still holds: where the log has that very commit there, and all that came since is in memory
 * and touches nothing of it. So a restored backup, whose commits are others, makes no older answer true again.
 */
@Component
class Validity {

    /** Beyond this, reading anew is no dearer than looking through all that has happened. */
    private static final int MOST_COMMITS = 1_000;

    private static final int MOST_CHANGES = 5_000;

    private final Feeds feeds;

    Validity(Feeds feeds) {
        this.feeds = feeds;
    }

    boolean holds(Cursor at, Extent extent) {
        Head head = feeds.head(at.log());
        if (at.is(head)) {
            return true;
        }
        long since = head.seq().value() - at.seq().value();
        if (since <= 0 || since > MOST_COMMITS) {
            return false;
        }
        Optional<List<Commit>> commits = feeds.of(at.log()).tail(at.seq(), head.seq());
        return commits.filter(next -> next.getFirst().previous().prefix() == at.hash())
                .filter(next -> touchesNothing(next, extent))
                .isPresent();
    }

    private static boolean touchesNothing(List<Commit> commits, Extent extent) {
        int seen = 0;
        for (Commit commit : commits) {
            for (Change change : commit.changes()) {
                if (++seen > MOST_CHANGES || extent.has(change)) {
                    return false;
                }
            }
        }
        return true;
    }
}
