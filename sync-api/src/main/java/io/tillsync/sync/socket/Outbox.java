package io.tillsync.sync.socket;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits to be sent to one client, in order and bounded. A virtual thread sends it, and exists only while there is something to send.
 *
 * <p>Neither {@link #offer} nor {@link #finish} ever blocks, or takes a lock: they are called under the library's monitors, and by the thread
 * that serves all other clients.
 */
final class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final int limit;
    private final Wire wire;
    private final Runnable onFailure;
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Ending> ending = new AtomicReference<>();

    /** Steps not yet done; whoever raises it from zero starts the sender, which stops when it has brought it down again. */
    private final AtomicInteger steps = new AtomicInteger();

    /**
     * Starts out empty.
     *
     * @param onFailure called by the sender when the wire breaks; it must call {@link #finish}
     */
    Outbox(int limit, Wire wire, Runnable onFailure) {
        this.limit = limit;
        this.wire = wire;
        this.onFailure = onFailure;
    }

    /**
     * Queues a message. After {@link #finish} messages just vanish.
     *
     * @return false if the client is too far behind: then nothing was queued
     */
    boolean offer(String text) {
        if (ending.get() != null) {
            return true;
        }
        if (steps.get() >= limit) {
            return false;
        }
        waiting.add(text);
        step();
        return true;
    }

    /** Drops all that waits, sends the last word if there is one, and hangs up. Only the first call counts. */
    void finish(Ending last) {
        if (ending.compareAndSet(null, last)) {
            step();
        }
    }

    private void step() {
        if (steps.getAndIncrement() == 0) {
            Thread.ofVirtual().name("socket-outbox").start(this::work);
        }
    }

    /** Having hung up it leaves a step undone, so that no other sender is ever started. */
    private void work() {
        do {
            Ending last = ending.get();
            if (last != null) {
                waiting.clear();
                hangUp(last);
                return;
            }
            sendNext();
        } while (steps.decrementAndGet() > 0);
    }

    private void sendNext() {
        String text = waiting.poll();
        if (text == null) {
            return;
        }
        try {
            wire.transmit(text);
        } catch (IOException | RuntimeException e) {
            log.debug("a client did not take a message: {}", e.toString());
            onFailure.run();
        }
    }

    private void hangUp(Ending last) {
        try {
            if (last.lastWord() != null) {
                wire.transmit(last.lastWord());
            }
        } catch (IOException | RuntimeException e) {
            log.debug("a client did not take the last word: {}", e.toString());
        }
        try {
            wire.hangUp(last.status());
        } catch (IOException | RuntimeException e) {
            log.debug("a client was gone already: {}", e.toString());
        }
    }
}
