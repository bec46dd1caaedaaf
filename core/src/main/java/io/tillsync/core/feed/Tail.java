package io.tillsync.core.feed;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Seq;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;

/** The newest commits of a log, without gaps, held in memory; readers and the one that adds do not wait for each other. */
final class Tail {

    private static final int COMMIT_WEIGHT = 600;
    private static final int FIELD_WEIGHT = 60;

    private final ConcurrentNavigableMap<Long, Commit> commits = new ConcurrentSkipListMap<>();
    private final AtomicLong weight = new AtomicLong();
    private final AtomicLong total;

    Tail(AtomicLong total) {
        this.total = total;
    }

    void clear() {
        while (dropOldest()) {} // One by one: others drop commits, and count them, at the same time.
    }

    void add(List<Commit> next) {
        for (Commit commit : next) {
            commits.put(commit.seq().value(), commit);
            addWeight(weigh(commit));
        }
    }

    /** Whether there was one. */
    boolean dropOldest() {
        Optional<Commit> oldest = Optional.ofNullable(commits.pollFirstEntry()).map(Map.Entry::getValue);
        oldest.ifPresent(commit -> addWeight(-weigh(commit)));
        return oldest.isPresent();
    }

    /** Counts what it gives: commits can be dropped while they are read. */
    Optional<List<Commit>> between(Seq from, Seq to) {
        if (from.isAfter(to)) {
            return Optional.empty();
        }
        Collection<Commit> part =
                commits.subMap(from.value(), false, to.value(), true).values();
        List<Commit> given = new ArrayList<>(part);
        return given.size() == to.value() - from.value() ? Optional.of(given) : Optional.empty();
    }

    private void addWeight(long added) {
        weight.addAndGet(added);
        total.addAndGet(added);
    }

    /** Roughly the bytes of memory taken. */
    long weight() {
        return weight.get();
    }

    private static long weigh(Commit commit) {
        long sum = COMMIT_WEIGHT;
        for (Change change : commit.changes()) {
            sum += weigh(change.after()) + change.before().map(Tail::weigh).orElse(0L);
        }
        return sum;
    }

    private static long weigh(Document state) {
        long sum = 0;
        for (Object value : state.values()) {
            sum += FIELD_WEIGHT + (value instanceof String text ? 2L * text.length() : 0);
        }
        return sum;
    }
}
