package io.tillsync.sync.socket;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs broadcasts one after the other on a thread of its own, in the order they were handed over. One thread is enough: it never waits. */
final class FanOut implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FanOut.class);

    private final BlockingQueue<Runnable> waiting;
    private final Thread thread;

    FanOut(int capacity) {
        waiting = new ArrayBlockingQueue<>(capacity);
        thread = Thread.ofPlatform().daemon().name("socket-fan-out").start(this::work);
    }

    /** Waits while too many wait already, so that whoever publishes goes no faster than this can. After {@link #close} it is dropped. */
    void submit(Runnable broadcast) {
        try {
            while (thread.isAlive() && !waiting.offer(broadcast, 1, TimeUnit.SECONDS)) {
                log.warn("broadcasts wait for {} others to be handed over", waiting.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            log.warn("a broadcast was dropped, since its thread was interrupted");
        }
    }

    int waiting() {
        return waiting.size();
    }

    private void work() {
        try {
            while (true) {
                run(waiting.take());
            }
        } catch (InterruptedException e) {
            waiting.clear();
        }
    }

    /** Whatever goes wrong with one: without this thread no client would hear of anything. */
    private static void run(Runnable broadcast) {
        try {
            broadcast.run();
        } catch (RuntimeException | Error e) {
            log.error("a broadcast failed", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
