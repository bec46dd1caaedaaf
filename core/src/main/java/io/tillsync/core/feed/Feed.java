package io.tillsync.core.feed;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.projection.Projections;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One log as this process knows it: its head, up to which everything is projected, and its newest commits in memory.
 *
 * <p>Readers take the head and the tail without waiting. What moves the head holds the log's lock: the log's writer, and whoever looks
 * for what other processes have appended.
 */
public final class Feed {

    /** A log is followed as long as somebody has asked for it within this time. */
    static final Duration FOLLOWED = Duration.ofMinutes(2);

    private static final int CHUNK = 100;

    private final LogId log;
    private final Commits commits;
    private final Projections projections;
    private final FeedListener listener;
    private final Tail tail;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Optional<Head> head = Optional.empty();
    private volatile long confirmedAt = longAgo();
    private volatile long usedAt = System.nanoTime();
    private volatile long usedSince = usedAt;
    private volatile long lookedAt = usedAt;

    Feed(LogId log, Commits commits, Projections projections, AtomicLong weight, FeedListener listener) {
        this.log = log;
        this.commits = commits;
        this.projections = projections;
        this.tail = new Tail(weight);
        this.listener = listener;
    }

    /** Longer than any age that is asked for, on a clock that may begin anywhere. */
    private static long longAgo() {
        return System.nanoTime() - Long.MAX_VALUE / 2;
    }

    public LogId log() {
        return log;
    }

    /** The head that was last seen, up to which everything is projected; empty before the first look at the log. */
    public Optional<Head> known() {
        return head;
    }

    /** The head, as it was at most {@code age} ago: looks at the log where the last look is older. */
    public Head head(Duration age) {
        used();
        if (!isConfirmed(age)) {
            exclusively(() -> isConfirmed(age) || catchUp());
        }
        return head.orElseThrow();
    }

    boolean isConfirmed(Duration age) {
        return System.nanoTime() - confirmedAt < age.toNanos();
    }

    /** Says that somebody asks for this log, or would, did they not hear of it anyway. */
    void used() {
        if (!isUsed(FOLLOWED)) {
            usedSince = System.nanoTime();
        }
        usedAt = System.nanoTime();
    }

    /** How long it is that the log was looked at with success, or that somebody has begun to ask for it, if that was later. */
    Duration sinceLook() {
        return Duration.ofNanos(System.nanoTime() - Math.max(lookedAt, usedSince));
    }

    boolean isUsed(Duration within) {
        return System.nanoTime() - usedAt < within.toNanos();
    }

    /** Runs what moves this log's head, one at a time in this process. */
    public <T> T exclusively(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Looks for new commits unless somebody else is about to move the head anyway. */
    void catchUpIfIdle() {
        if (lock.tryLock()) {
            try {
                catchUp();
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Takes in what the log has beyond the known head, and projects the last of it again, whose writer may have died before it did.
     *
     * @return whether the head has moved
     */
    public boolean catchUp() {
        long asked = System.nanoTime();
        Optional<Head> before = head;
        if (before.isEmpty()) {
            open();
        } else {
            switch (commits.movements(List.of(before.get())).get(log)) {
                case null -> {}
                case GROWN -> takeIn(before.get());
                case REPLACED -> reopen();
            }
        }
        confirmed(asked);
        return !head.equals(before);
    }

    /** Ends with the first part that is not full: what followed it had not been acknowledged to anybody when this began. */
    private void takeIn(Head seen) {
        Head last = seen;
        List<Commit> next;
        do {
            next = commits.after(log, last.seq(), CHUNK);
            if (next.isEmpty()) {
                return;
            }
            if (!next.getFirst().previous().equals(last.hash())) {
                reopen();
                return;
            }
            project(next);
            publish(next);
            last = Head.at(next.getLast());
        } while (next.size() == CHUNK);
    }

    private void open() {
        Head last = commits.head(log).map(Head::at).orElse(Head.empty(log));
        Head projected = last.seq().equals(Seq.START) ? last : projectedUpTo(last);
        tail.clear();
        head = Optional.of(projected);
    }

    /** Projects the insert that an end came with. A later commit of it can be there before an earlier one: then the head is before both. */
    private Head projectedUpTo(Head last) {
        Head reached = headAt(new Seq(last.batch().value() - 1));
        List<Commit> next;
        do {
            next = commits.after(log, reached.seq(), CHUNK);
            if (next.isEmpty()) {
                return reached;
            }
            projections.project(next);
            reached = Head.at(next.getLast());
        } while (last.seq().isAfter(reached.seq()));
        return reached;
    }

    private Head headAt(Seq seq) {
        return seq.equals(Seq.START)
                ? Head.empty(log)
                : commits.find(log, seq)
                        .map(Head::at)
                        .orElseThrow(() -> new IllegalStateException("Position " + seq + " of " + log + " is missing"));
    }

    /** Starts anew from the log itself: it no longer holds what this process has seen. */
    void reopen() {
        confirmedAt = longAgo();
        open();
    }

    private void project(List<Commit> next) {
        Seq batch = next.getLast().batch();
        projections.project(
                next.stream().filter(commit -> !batch.isAfter(commit.seq())).toList());
    }

    /**
     * Makes commits visible that this process has appended behind the head, and projected.
     *
     * @param asked when the append was begun ({@link System#nanoTime}): the head was the log's then
     */
    public void appended(List<Commit> next, long asked) {
        publish(next);
        confirmed(asked);
        listener.appended(Head.at(next.getLast()));
    }

    private void publish(List<Commit> next) {
        tail.add(next);
        head = Optional.of(Head.at(next.getLast()));
        listener.committed(next);
    }

    private void confirmed(long at) {
        confirmedAt = at;
        lookedAt = at;
    }

    /** Says that the head that was seen was still the log's at that moment. Whoever holds the log right now finds out by himself. */
    void confirmedUnmoved(Head seen, long asked) {
        if (lock.tryLock()) {
            try {
                if (head.filter(seen::equals).isPresent()) {
                    confirmed(Math.max(confirmedAt, asked));
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** The commits after {@code from} up to {@code to}; empty where memory no longer, or not yet, holds them all. */
    public Optional<List<Commit>> tail(Seq from, Seq to) {
        return tail.between(from, to);
    }

    long tailWeight() {
        return tail.weight();
    }

    void dropOldest() {
        tail.dropOldest();
    }
}
