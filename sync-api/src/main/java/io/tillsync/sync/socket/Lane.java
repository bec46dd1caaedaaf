package io.tillsync.sync.socket;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets only one thread at a time drive the library for one connection: messages, timers and the end of it. The library is not safe
 * otherwise: a connection that ends while it connects would stay in its rooms for ever.
 *
 * <p>Nothing in a lane may do I/O or enter another lane. So a lane that is held for long can only mean a deadlock.
 */
final class Lane {

    private static final ThreadLocal<@Nullable Connection> CURRENT = new ThreadLocal<>();
    private static final long FREE = Long.MIN_VALUE;

    private final Connection owner;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile long enteredAt = FREE;

    Lane(Connection owner) {
        this.owner = owner;
    }

    /** The connection in whose lane this thread is; the library's callbacks do not say. */
    static Connection current() {
        return Objects.requireNonNull(CURRENT.get(), "not in a connection's lane");
    }

    void run(Runnable step) {
        lock.lock();
        try {
            if (lock.getHoldCount() > 1) {
                step.run();
            } else {
                runOutermost(step);
            }
        } finally {
            lock.unlock();
        }
    }

    private void runOutermost(Runnable step) {
        CURRENT.set(owner);
        enteredAt = System.nanoTime();
        try {
            step.run();
        } finally {
            enteredAt = FREE;
            CURRENT.remove();
        }
    }

    boolean heldLongerThan(Duration limit) {
        long since = enteredAt;
        return since != FREE && System.nanoTime() - since > limit.toNanos();
    }
}
