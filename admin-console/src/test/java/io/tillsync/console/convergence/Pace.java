package io.tillsync.console.convergence;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** How far the writers are: so that things happen in the middle of it, on a slow machine too. */
final class Pace {

    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger all = new AtomicInteger();
    private final List<Point> points = new CopyOnWriteArrayList<>();

    /** A share of all steps, from which on somebody waits for those steps, or those steps for somebody. */
    private record Point(double share, CountDownLatch reached, CountDownLatch open) {}

    void expect(int steps) {
        all.addAndGet(steps);
    }

    /** To be called before each step. */
    void step() {
        int now = taken.incrementAndGet();
        points.stream().filter(point -> now >= point.share() * all.get()).forEach(point -> {
            point.reached().countDown();
            await(point.open());
        });
    }

    /** Waits until so much is done. */
    void await(double share) {
        CountDownLatch reached = new CountDownLatch(1);
        points.add(new Point(share, reached, new CountDownLatch(0)));
        await(reached);
    }

    /** Lets nobody go on from there before the latch is open. */
    void hold(double share, CountDownLatch open) {
        points.add(new Point(share, new CountDownLatch(1), open));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
