package io.tillsync.sync.socket;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds threads that wait for each other for ever; only a restart helps then. For the liveness probe. */
public final class Deadlocks {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(5);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private final Connections connections;
    private List<String> last = List.of();
    private long lookedAt = System.nanoTime() - LOOKED_EVERY.toNanos();

    Deadlocks(Connections connections) {
        this.connections = connections;
    }

    /**
     * Looks for them. Stops the world for a moment: not to be asked more than every few seconds.
     *
     * @return what is stuck, by name; empty if all is well
     */
    public List<String> find() {
        List<String> stuck =
                new ArrayList<>(deadlocked().map(ThreadInfo::getThreadName).toList());
        long lanes = connections.all().stream()
                .filter(connection -> connection.stuckFor(LONG))
                .count();
        if (lanes > 0) {
            stuck.add(lanes + " socket connections"); // the JVM does not look for virtual threads
        }
        return List.copyOf(stuck);
    }

    /** What was found at most five seconds ago; may be asked as often as one likes. */
    public synchronized List<String> lately() {
        if (System.nanoTime() - lookedAt >= LOOKED_EVERY.toNanos()) {
            last = find();
            lookedAt = System.nanoTime();
        }
        return last;
    }

    private Stream<ThreadInfo> deadlocked() {
        long[] found = threads.findDeadlockedThreads();
        return found == null
                ? Stream.empty()
                : Stream.of(threads.getThreadInfo(found)).filter(Objects::nonNull);
    }
}
