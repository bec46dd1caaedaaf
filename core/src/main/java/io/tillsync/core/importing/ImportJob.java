package io.tillsync.core.importing;

import io.tillsync.audit.log.LogId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An import as its caller sees it.
 *
 * @param store the log of the store that it goes to, or sets opening stocks in
 * @param rows how many the file has; empty until it was read through
 * @param counts of the rows that are done; all of them together are those read so far
 * @param startedAt when the file had arrived
 * @param error why nothing, or no more, was imported; only of a failed one
 */
public record ImportJob(
        String id,
        String entityType,
        Optional<LogId> store,
        State state,
        OptionalLong rows,
        Counts counts,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Optional<Failure> error) {

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

    public long rowsRead() {
        return counts.rows();
    }
}
