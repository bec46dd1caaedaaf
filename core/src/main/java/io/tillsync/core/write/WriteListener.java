package io.tillsync.core.write;

import io.tillsync.audit.log.Commit;
import java.time.Duration;
import java.util.List;

/** Hears of what this process writes. Runs where the log's next write waits: it has to return at once. What it throws is logged, and changes nothing. */
public interface WriteListener {

    /** A request was decided, for good. */
    void decided(ChangeRequest request, List<Outcome> outcomes);

    /**
     * Commits are in the log, by one insert, and what follows from them is written.
     *
     * @param append from asking for the insert to its acknowledgement
     * @param projection from there until what follows was acknowledged too
     */
    void appended(List<Commit> commits, Duration append, Duration projection);

    /** A batch is judged again. */
    void retried(Cause cause);

    /** Why a batch has to be judged again. */
    enum Cause {
        /** Another process was faster, or an earlier try had arrived and only its answer was lost. */
        TAKEN,
        /** It was refused at a head that was no longer the log's. */
        MOVED,
        /** The database did not answer, or refused to. */
        NO_ANSWER
    }
}
