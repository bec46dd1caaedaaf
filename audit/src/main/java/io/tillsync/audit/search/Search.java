package io.tillsync.audit.search;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.History;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Outline;
import io.tillsync.audit.log.Seq;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

/**
 * Finds what has happened in several logs, newest first. Logs are looked into in stretches that grow, side by side, as far back as the
 * time allows: a question after what is rare is answered with what was found so far, and the place to go on from.
 */
public final class Search {

    /** Of commits that changed more, only which entities they touched is given. */
    private static final int MOST_CHANGES = 3;

    private final History history;
    private final Clock clock;
    private final Duration patience;

    /**
     * A search.
     *
     * @param patience how long one page may take; each log's newest stretch is looked into in any case
     */
    public Search(History history, Clock clock, Duration patience) {
        this.history = history;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Some entries.
     *
     * @param next where the next page begins; empty where everything was looked through
     * @param searchedBackTo present where the time was over before the page was full
     */
    public record Page(List<Entry> entries, Optional<Position> next, Optional<Instant> searchedBackTo) {}

    /**
     * A page of what is looked for, from behind a place: what comes in meanwhile neither repeats nor hides anything.
     *
     * @param after where the page before ended; empty for the first
     */
    public Page page(List<Source> sources, Filter filter, Optional<Position> after, int limit) {
        Instant end = clock.instant().plus(patience);
        PriorityQueue<Lane> lanes = lanes(sources, filter, after);
        List<Found> found = new ArrayList<>();
        Optional<Position> givenUp = Optional.empty();
        while (found.size() < limit && !lanes.isEmpty() && givenUp.isEmpty()) {
            Lane newest = lanes.remove();
            if (newest.hasFound()) {
                found.add(new Found(newest.source(), newest.take()));
            } else if (!newest.isBegun() || clock.instant().isBefore(end)) {
                newest.scan(limit);
            } else {
                givenUp = Optional.of(newest.edge());
            }
            if (!newest.isOver()) {
                lanes.add(newest);
            }
        }
        Optional<Position> next = givenUp.isPresent() || lanes.isEmpty()
                ? givenUp
                : Optional.of(Position.of(found.getLast().commit()));
        return new Page(entries(found), next, givenUp.map(Position::at));
    }

    private record Found(Source source, Outline commit) {}

    private PriorityQueue<Lane> lanes(List<Source> sources, Filter filter, Optional<Position> after) {
        Map<LogId, Seq> heads = history.heads(sources.stream().map(Source::log).toList());
        Map<LogId, Seq> ends = ends(heads, filter, after);
        Map<LogId, Seq> starts = filter.from()
                .map(from -> history.lastBefore(ends, times(ends, from)))
                .orElse(Map.of());
        PriorityQueue<Lane> lanes = new PriorityQueue<>(Math.max(1, sources.size()));
        for (Source source : sources) {
            Seq start = starts.getOrDefault(source.log(), Seq.START);
            Seq end = ends.getOrDefault(source.log(), Seq.START);
            if (end.isAfter(start)) {
                lanes.add(new Lane(history, source, Conditions.of(source, filter), start, end));
            }
        }
        return lanes;
    }

    /** Where to begin in each log: at its head, or where it is behind the place and before the time. */
    private Map<LogId, Seq> ends(Map<LogId, Seq> heads, Filter filter, Optional<Position> after) {
        if (after.isEmpty() && filter.to().isEmpty()) {
            return heads;
        }
        Map<LogId, Instant> times = new HashMap<>();
        for (LogId log : heads.keySet()) {
            Instant behind = after.map(position -> behind(position, log)).orElse(Instant.MAX);
            times.put(log, filter.to().filter(behind::isAfter).orElse(behind));
        }
        Map<LogId, Seq> ends = history.lastBefore(heads, times);
        after.ifPresent(position -> ends.computeIfPresent(
                position.log(),
                (log, end) -> end.compareTo(position.seq()) < 0
                        ? end
                        : new Seq(Math.max(0, position.seq().value() - 1))));
        return ends;
    }

    /** What comes behind the place in a log is before this time. */
    private static Instant behind(Position position, LogId log) {
        return log.compareTo(position.log()) < 0 ? position.at() : position.at().plusMillis(1);
    }

    private static Map<LogId, Instant> times(Map<LogId, Seq> logs, Instant time) {
        return logs.keySet().stream().collect(Collectors.toMap(log -> log, log -> time));
    }

    private List<Entry> entries(List<Found> found) {
        Map<String, Commit> whole = history.whole(
                found.stream().filter(Search::isShownWhole).map(Found::commit).toList());
        return found.stream().map(one -> entry(one, whole)).toList();
    }

    /** Also where it has to be known of each change whether it may be seen. */
    private static boolean isShownWhole(Found found) {
        long changes = found.commit().size();
        return changes > 0 && (changes <= MOST_CHANGES || !found.source().isWhole());
    }

    private static Entry entry(Found found, Map<String, Commit> whole) {
        Outline outline = found.commit();
        return Optional.ofNullable(whole.get(outline.id()))
                .map(commit -> commit.changes().stream()
                        .filter(change -> found.source().shows(change))
                        .toList())
                .map(seen -> new Entry(outline.touching(touched(seen)), few(seen)))
                .orElseGet(() -> new Entry(outline, List.of()));
    }

    private static List<Change> few(List<Change> seen) {
        return seen.size() <= MOST_CHANGES ? seen : List.of();
    }

    private static List<Outline.Touched> touched(List<Change> changes) {
        return changes.stream().map(Outline.Touched::of).toList();
    }
}
