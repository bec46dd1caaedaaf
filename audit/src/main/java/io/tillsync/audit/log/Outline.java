package io.tillsync.audit.log;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A commit without its states: what a list can show of one, however much it has changed.
 *
 * @param touched the first entities that it changed, at most {@link #MOST}
 * @param counts how many it changed, by what was done to which type
 */
public record Outline(
        LogId log,
        Seq seq,
        Instant at,
        Actor actor,
        Origin origin,
        Optional<String> event,
        Optional<String> note,
        List<Touched> touched,
        Map<Done, Long> counts) {

    /** The most entities that are named. */
    public static final int MOST = 4;

    /** One entity that was changed, and the names of its fields that were. */
    public record Touched(String entityType, String entityId, Change.Op op, List<String> changed) {

        public static Touched of(Change change) {
            return new Touched(change.entityType(), change.entityId(), change.op(), change.changed());
        }
    }

    /** What was done to entities of a type. */
    public record Done(Change.Op op, String entityType) {}

    public static Outline of(Commit commit) {
        return new Outline(
                        commit.log(),
                        commit.seq(),
                        commit.at(),
                        commit.actor(),
                        commit.origin(),
                        commit.event(),
                        commit.note(),
                        List.of(),
                        Map.of())
                .touching(commit.changes().stream().map(Touched::of).toList());
    }

    /** The {@code _id} under which the commit is stored. */
    public String id() {
        return Commit.id(log, seq);
    }

    /** How many entities it changed. */
    public long size() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same as if it had touched just these. */
    public Outline touching(List<Touched> all) {
        Map<Done, Long> counted = all.stream()
                .collect(Collectors.groupingBy(
                        one -> new Done(one.op(), one.entityType()), LinkedHashMap::new, Collectors.counting()));
        List<Touched> first = all.stream().limit(MOST).toList();
        return new Outline(log, seq, at, actor, origin, event, note, first, counted);
    }
}
