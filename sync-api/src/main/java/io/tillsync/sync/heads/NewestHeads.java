package io.tillsync.sync.heads;

import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Hands on how far logs are, on a thread of its own and of each log only the newest: however slow the receiver, what waits is bounded by
 * the number of logs, and nobody waits for it.
 */
final class NewestHeads {

    private final Map<LogId, Seq> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean isRunning = new AtomicBoolean();
    private final Consumer<Map<LogId, Seq>> receiver;

    NewestHeads(Consumer<Map<LogId, Seq>> receiver) {
        this.receiver = receiver;
    }

    void put(LogId log, Seq seq) {
        waiting.merge(log, seq, (one, other) -> other.isAfter(one) ? other : one);
        if (isRunning.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::run);
        }
    }

    private void run() {
        do {
            try {
                while (!waiting.isEmpty()) {
                    receiver.accept(take());
                }
            } finally {
                isRunning.set(false);
            }
        } while (!waiting.isEmpty() && isRunning.compareAndSet(false, true));
    }

    private Map<LogId, Seq> take() {
        Map<LogId, Seq> taken = new HashMap<>();
        waiting.keySet().forEach(log -> taken.put(log, waiting.remove(log)));
        return taken;
    }
}
