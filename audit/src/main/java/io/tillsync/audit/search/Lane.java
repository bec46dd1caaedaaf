package io.tillsync.audit.search;

import io.tillsync.audit.log.History;
import io.tillsync.audit.log.Outline;
import io.tillsync.audit.log.Seq;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bson.conversions.Bson;

/** One log while several are searched side by side: what was found and is not yet given, and how far back it was looked into. */
final class Lane implements Comparable<Lane> {

    private static final long FIRST_STRETCH = 500;
    private static final long LONGEST_STRETCH = 1L << 32;

    private final History history;
    private final Source source;
    private final Bson condition;
    private final Seq start;
    private final Deque<Outline> found = new ArrayDeque<>();
    private Seq rest;
    private Position edge;
    private long stretch = FIRST_STRETCH;
    private boolean isBegun;

    /**
     * Begins at the end of a part of a log.
     *
     * @param start where the part begins; that position is not in it
     * @param end where it ends, included
     */
    Lane(History history, Source source, Bson condition, Seq start, Seq end) {
        this.history = history;
        this.source = source;
        this.condition = condition;
        this.start = start;
        this.rest = end;
        this.edge = new Position(Instant.MAX, source.log(), end);
    }

    /** Everything that is still to come from this log is here or behind it. */
    Position edge() {
        return found.isEmpty() ? edge : Position.of(found.getFirst());
    }

    boolean isOver() {
        return found.isEmpty() && !rest.isAfter(start);
    }

    boolean isBegun() {
        return isBegun;
    }

    boolean hasFound() {
        return !found.isEmpty();
    }

    Outline take() {
        return found.removeFirst();
    }

    Source source() {
        return source;
    }

    /** Looks into the next stretch; each is twice as long as the one before, for what is rare. */
    void scan(int limit) {
        isBegun = true;
        Seq from = new Seq(Math.max(start.value(), rest.value() - stretch));
        List<Outline> newest = history.newest(source.log(), from, rest, condition, limit);
        found.addAll(newest);
        if (newest.size() == limit) {
            edge = Position.of(newest.getLast());
            rest = new Seq(edge.seq().value() - 1);
        } else {
            rest = from;
            Seq last = rest.next();
            edge = new Position(history.at(source.log(), last).orElseGet(edge::at), source.log(), last);
        }
        stretch = Math.min(LONGEST_STRETCH, stretch * 2);
    }

    @Override
    public int compareTo(Lane other) {
        return edge().compareTo(other.edge());
    }
}
