package io.tillsync.audit.log;

/** How far an append came. */
public sealed interface AppendResult {

    /** All of it is in the log, for good. */
    record Appended() implements AppendResult {}

    /**
     * Another commit has a position that was asked for: another process was faster, or an earlier try had arrived and only its answer
     * was lost.
     *
     * @param appended how many commits, from the first, are in the log all the same
     */
    record Taken(int appended) implements AppendResult {}
}
