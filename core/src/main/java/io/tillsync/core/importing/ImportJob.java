package io.tillsync.core.importing;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.LogId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An import as its caller sees it.
 *
 * @param store the log of the store that it goes to, or sets opening stocks in
 * @param fileName empty where it has none
 * @param rows how many the file has; empty until it was read through
 * @param counts of the rows that are done; all of them together are those read so far
 * @param startedAt when the file had arrived
 * @param error why nothing, or no more, was imported; only of a failed one
 * @param undo how far it was undone; empty where nobody has asked for that
 */
public record ImportJob(
        String id,
        String entityType,
        Optional<LogId> store,
        String fileName,
        Actor actor,
        State state,
        OptionalLong rows,
        Counts counts,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Optional<Failure> error,
        Optional<Undo> undo) {

    /** How far an import is. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED;

        public boolean isOver() {
            return this == DONE || this == FAILED;
        }
    }

    /**
     * Why an import has failed.
     *
     * @param line of the file, from 1
     */
    public record Failure(long line, String message) {}

    /**
     * How far an import was undone.
     *
     * @param undone entities that are as they were before
     * @param kept entities that have changed since, and so were left alone
     */
    public record Undo(State state, long undone, long kept) {}

    public long rowsRead() {
        return counts.rows();
    }
}
