package io.tillsync.audit.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A commit without its states: what a list can show of one, however much it has changed. */
public record Outline(
        LogId log,
        Seq seq,
        Instant at,
        Actor actor,
        Origin origin,
        Optional<String> event,
        Optional<String> note,
        List<Touched> touched) {

    /** One entity that was changed, and the names of its fields that were. */
    public record Touched(String entityType, String entityId, Change.Op op, List<String> changed) {

        public static Touched of(Change change) {
            return new Touched(change.entityType(), change.entityId(), change.op(), change.changed());
        }
    }

    public static Outline of(Commit commit) {
        return new Outline(
                commit.log(),
                commit.seq(),
                commit.at(),
                commit.actor(),
                commit.origin(),
                commit.event(),
                commit.note(),
                commit.changes().stream().map(Touched::of).toList());
    }

    /** The {@code _id} under which the commit is stored. */
    public String id() {
        return Commit.id(log, seq);
    }

    /** The same as if it had touched only these. */
    public Outline touching(List<Touched> some) {
        return new Outline(log, seq, at, actor, origin, event, note, some);
    }
}
