package io.tillsync.benchmarks.report;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Times that were taken, in nanoseconds; by several threads where need be. */
public final class Samples {

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final long[] nanos;
    private final AtomicInteger taken = new AtomicInteger();

    public Samples(int most) {
        this.nanos = new long[most];
    }

    /** Takes one more; what is more than was asked for is left out. */
    public void add(long time) {
        int place = taken.getAndIncrement();
        if (place < nanos.length) {
            nanos[place] = time;
        }
    }

    public int size() {
        return Math.min(taken.get(), nanos.length);
    }

    /** The time that this part, from 0 to 1, stays below, in milliseconds. */
    public double millis(double part) {
        long[] sorted = Arrays.copyOf(nanos, size());
        Arrays.sort(sorted);
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(part * (sorted.length - 1)))] / NANOS_PER_MILLI;
    }

    public double median() {
        return millis(0.5);
    }

    /** The middle one of some figures. */
    public static double median(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
