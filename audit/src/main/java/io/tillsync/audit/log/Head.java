package io.tillsync.audit.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * The end of a log: what the next commit has to follow.
 *
 * @param batch where the insert that the last commit came with begins
 * @param at the time of the last commit
 * @param counts how many entities of each type are active
 */
public record Head(LogId log, Seq seq, Seq batch, Hash hash, Instant at, Map<String, Long> counts) {

    /** The end of a log that has no commit yet. */
    public static Head empty(LogId log) {
        return new Head(log, Seq.START, Seq.START, Hash.NONE, Instant.EPOCH, Map.of());
    }

    public static Head at(Commit commit) {
        return new Head(commit.log(), commit.seq(), commit.batch(), commit.hash(), commit.at(), commit.counts());
    }

    /** The time of a commit behind this head: now, in whole milliseconds, or the head's where the clock has gone back. */
    public Instant timeOfNext(Instant now) {
        return now.isBefore(at) ? at : now.truncatedTo(ChronoUnit.MILLIS);
    }
}
