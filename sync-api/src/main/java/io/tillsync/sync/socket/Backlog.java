package io.tillsync.sync.socket;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** One client's requests, run one after the other on a virtual thread. Bounded, and all clients together run no more than a few at once. */
final class Backlog {

    static final int LIMIT = 16;

    /** A request may take a database connection; what is beyond this would only wait there instead. */
    private static final Semaphore RUNNING = new Semaphore(64);

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    /**
     * Queues a request. Only one thread at a time may call this.
     *
     * @return false if too many wait already
     */
    boolean offer(Runnable request) {
        if (size.get() >= LIMIT) {
            return false;
        }
        waiting.add(request);
        if (size.getAndIncrement() == 0) {
            Thread.ofVirtual().name("socket-request").start(this::work);
        }
        return true;
    }

    private void work() {
        do {
            Runnable request = waiting.poll();
            if (request != null) {
                run(request);
            }
        } while (size.decrementAndGet() > 0);
    }

    private static void run(Runnable request) {
        RUNNING.acquireUninterruptibly();
        try {
            request.run();
        } finally {
            RUNNING.release();
        }
    }
}
