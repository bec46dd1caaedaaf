package io.tillsync.core.bulk;

import java.time.Instant;
import java.util.List;

/**
 * How far an edit of many is.
 *
 * @param total of the selected
 * @param batches how many commits it has made, or is about to make
 * @param newer how many were left alone, since somebody has changed them meanwhile
 * @param refused how many could not be changed
 * @param leftAlone the ids of the first of those
 * @param at when this was so
 */
public record BulkJob(
        String id,
        String type,
        State state,
        long total,
        long done,
        int batches,
        long changed,
        long newer,
        long refused,
        List<String> leftAlone,
        Instant at) {

    static final int MOST_LEFT_ALONE = 50;

    /** Whether it goes on. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    public boolean isOver() {
        return state != State.RUNNING;
    }

    /** The same where it does not go on any more. */
    BulkJob stopped() {
        State last = isOver() ? state : State.FAILED;
        return new BulkJob(id, type, last, total, done, batches, changed, newer, refused, leftAlone, at);
    }

    public int percent() {
        return total == 0 ? 100 : (int) (done * 100 / total);
    }
}
