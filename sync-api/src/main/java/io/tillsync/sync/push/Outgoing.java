package io.tillsync.sync.push;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one log's sockets are still to be told, in order. Imports make many large commits: they, and whatever piles up, shrink to one
 * notice, which is held back until it is due or until something else has to be said after it.
 */
final class Outgoing {

    private static final int MOST_WAITING = 1_000;

    private Optional<Notice> notice = Optional.empty();
    private List<Commit> commits = new ArrayList<>();

    /** What to say now: the notice first. */
    record Due(Optional<Notice> notice, List<Commit> commits) {

        boolean isEmpty() {
            return notice.isEmpty() && commits.isEmpty();
        }
    }

    synchronized void add(Commit commit) {
        boolean tooMany = commits.size() >= MOST_WAITING;
        if (tooMany || (commit.origin() == Origin.IMPORT && commits.isEmpty())) {
            commits.forEach(this::shrink);
            commits.clear();
            shrink(commit);
        } else {
            commits.add(commit);
        }
    }

    private void shrink(Commit commit) {
        Notice last = Notice.of(commit);
        notice = Optional.of(notice.map(first -> first.until(last)).orElse(last));
    }

    /**
     * Takes what is to be said.
     *
     * @param noticeIsDue whether a notice is to be given even if nothing stands behind it
     */
    synchronized Due take(boolean noticeIsDue) {
        if (commits.isEmpty() && !noticeIsDue) {
            return new Due(Optional.empty(), List.of());
        }
        Due due = new Due(notice, commits);
        notice = Optional.empty();
        commits = new ArrayList<>();
        return due;
    }

    synchronized boolean hasNotice() {
        return notice.isPresent();
    }
}
