package io.tillsync.benchmarks.scenario;

import io.tillsync.benchmarks.client.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How many requests a second some callers get answered who each ask again at once. */
final class Rates {

    private Rates() {}

    /** One caller's requests, one after the other. */
    interface Caller {

        /** Makes the next one, and waits for its answer. */
        void ask(Wire wire) throws IOException;
    }

    /** Answers a second of all callers together. */
    static double of(int port, Duration time, List<Caller> callers) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(callers.size())) {
            List<Future<Long>> counts = new ArrayList<>();
            callers.forEach(caller -> counts.add(threads.submit(() -> count(port, end, caller))));
            for (Future<Long> count : counts) {
                done += count.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return done * 1e9 / (System.nanoTime() - start);
    }

    private static long count(int port, long end, Caller caller) throws IOException {
        long count = 0;
        try (Wire wire = Wire.to(port)) {
            while (System.nanoTime() < end) {
                caller.ask(wire);
                count++;
            }
        }
        return count;
    }

    /** One that sends always the same. */
    static Caller same(byte[] request, int expected) {
        return wire -> {
            int status = wire.ask(request);
            if (status != expected) {
                throw new IllegalStateException("Answered with " + status + ", not " + expected);
            }
        };
    }
}
