package io.tillsync.sync.cache;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads that are under way: whoever asks the same meanwhile waits for the one that began, for a while, and reads by himself then. */
final class Flights {

    private final Map<String, Flight> flights = new ConcurrentHashMap<>();

    /** A read that is under way. It has to be closed, whatever comes of it, and can be more than once. */
    final class Flight implements AutoCloseable {

        private final String key;
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile @Nullable Kept result;

        private Flight(String key) {
            this.key = key;
        }

        void landed(Kept kept) {
            result = kept;
        }

        /** What came of it; empty where nothing did, or not in time. */
        Optional<Kept> await(Duration patience) {
            try {
                return over.await(patience.toMillis(), TimeUnit.MILLISECONDS)
                        ? Optional.ofNullable(result)
                        : Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            flights.remove(key, this);
            over.countDown();
        }
    }

    /**
     * The flight of somebody else, if there is one; else {@code own} has begun.
     *
     * @param own made by {@link #create}
     */
    Optional<Flight> join(Flight own) {
        return Optional.ofNullable(flights.putIfAbsent(own.key, own));
    }

    Flight create(String key) {
        return new Flight(key);
    }
}
