package io.tillsync.audit.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One atomic change of one log: at once the write, the feed's entry, the audit's record and the proof that an operation was done.
 *
 * @param batch the first position of the insert that this commit was part of: from there on what follows from the commits may still
 *     be unwritten while this is the log's head
 * @param at the server's time, in milliseconds; never before that of the commit before it
 * @param event what happened where nothing was changed (a log-in); empty for a commit of changes
 * @param note the reason that the actor gave
 * @param request the id of the request that asked for it, under which the logs tell of it; empty where there was none
 * @param counts how many entities of each type are active after this commit
 * @param previous the hash of the commit before it
 * @param hash over everything else here
 */
public record Commit(
        LogId log,
        Seq seq,
        Seq batch,
        Instant at,
        Actor actor,
        Origin origin,
        Operation operation,
        Optional<String> event,
        Optional<String> note,
        Optional<String> request,
        List<Change> changes,
        Map<String, Long> counts,
        Hash previous,
        Hash hash) {

    /** The {@code _id} under which the commit is stored. */
    public String id() {
        return id(log, seq);
    }

    static String id(LogId log, Seq seq) {
        return log.key(seq.padded());
    }
}
