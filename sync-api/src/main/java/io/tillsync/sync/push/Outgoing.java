package io.tillsync.sync.push;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one log's sockets are still to be told, in order. Imports make many large commits: they, and whatever piles up, shrink to one
 * notice, which is held back until it is due or until something else has to be said after it. What happened by an import's commits to
 * each entity is told all the same, and at once.
 */
final class Outgoing {

    private static final int MOST_WAITING = 1_000;

    private List<Commit> shrunk = new ArrayList<>();
    private Optional<Held> held = Optional.empty();
    private List<Commit> commits = new ArrayList<>();

    /**
     * A notice, and the commit that it is about where that is only one.
     *
     * @param only tells more than the notice, if it is small enough
     */
    record Held(Notice notice, Optional<Commit> only) {

        static Held of(Commit commit) {
            return new Held(Notice.of(commit), Optional.of(commit));
        }

        Held and(Commit later) {
            return new Held(notice.until(Notice.of(later)), Optional.empty());
        }
    }

    /**
     * What to say now, in this order.
     *
     * @param shrunk of which only the events are to be told
     * @param held covers these, and earlier ones
     */
    record Due(List<Commit> shrunk, Optional<Held> held, List<Commit> commits) {}

    synchronized void add(Commit commit) {
        if (commits.size() + shrunk.size() >= MOST_WAITING) {
            commits.forEach(this::hold);
            commits.clear();
            shrunk.clear();
            hold(commit);
        } else if (commit.origin() == Origin.IMPORT && commits.isEmpty()) {
            shrunk.add(commit);
            hold(commit);
        } else {
            commits.add(commit);
        }
    }

    private void hold(Commit commit) {
        held = Optional.of(held.map(earlier -> earlier.and(commit)).orElseGet(() -> Held.of(commit)));
    }

    /**
     * Takes what is to be said.
     *
     * @param noticeIsDue whether a notice is to be given even if nothing stands behind it
     */
    synchronized Due take(boolean noticeIsDue) {
        boolean isSilent = commits.isEmpty() && !noticeIsDue;
        Due due = new Due(shrunk, isSilent ? Optional.empty() : held, commits);
        held = isSilent ? held : Optional.empty();
        shrunk = new ArrayList<>();
        commits = new ArrayList<>();
        return due;
    }

    synchronized boolean hasNotice() {
        return held.isPresent();
    }
}
