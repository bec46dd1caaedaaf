package io.tillsync.sync.socket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** The connections of this process: open ones, and of these the joined ones by principal. */
final class Connections {

    /** Between one connection and the next: a few are gone at once, and many do not all come to the other processes in one second. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Set<Connection>> byPrincipal = new ConcurrentHashMap<>();
    private final AtomicInteger joined = new AtomicInteger();
    private final AtomicLong cuts = new AtomicLong();
    private final AtomicLong overflows = new AtomicLong();
    private volatile boolean stopping;

    /** The WebSocket is open. While this process stops, it is closed at once. */
    void opened(Connection connection) {
        open.add(connection);
        if (stopping) {
            connection.end(Ending.STOPPING);
        }
    }

    /** The WebSocket is gone. */
    void gone(Connection connection) {
        connection.end(Ending.CLOSED);
        open.remove(connection);
    }

    void joined(Connection connection, String principalId) {
        byPrincipal.compute(principalId, (id, known) -> {
            Set<Connection> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(connection);
            return all;
        });
        joined.incrementAndGet();
    }

    void left(Connection connection, String principalId) {
        byPrincipal.computeIfPresent(principalId, (id, known) -> {
            known.remove(connection);
            return known.isEmpty() ? null : known;
        });
        joined.decrementAndGet();
    }

    Set<String> principals() {
        return Set.copyOf(byPrincipal.keySet());
    }

    /**
     * Ends those of a principal's connections that are meant.
     *
     * @return how many there were; each is out of its rooms now
     */
    int cut(String principalId, Predicate<SocketSession> meant) {
        cuts.incrementAndGet();
        List<Connection> cut = byPrincipal.getOrDefault(principalId, Set.of()).stream()
                .filter(connection -> connection
                        .member()
                        .filter(member -> meant.test(member.session()))
                        .isPresent())
                .toList();
        cut.forEach(connection -> connection.end(Ending.CUT));
        return cut.size();
    }

    /** How often anybody was cut. If it has moved while a client was being authenticated, the answer may be out of date. */
    long cuts() {
        return cuts.get();
    }

    /** Lets nobody in any more, and tells all to go elsewhere, one after the other; takes at most that long. */
    void drain(Duration most) {
        stopping = true;
        List<Connection> leaving = new ArrayList<>(open);
        Collections.shuffle(leaving);
        long pause = leaving.isEmpty() ? 0 : Math.min(PAUSE.toNanos(), most.toNanos() / leaving.size());
        long next = System.nanoTime();
        for (Connection connection : leaving) {
            connection.end(Ending.STOPPING);
            next += pause;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    boolean isStopping() {
        return stopping;
    }

    void overflowed() {
        overflows.incrementAndGet();
    }

    long overflows() {
        return overflows.get();
    }

    int open() {
        return open.size();
    }

    int joined() {
        return joined.get();
    }

    Set<Connection> all() {
        return Set.copyOf(open);
    }
}
