package io.tillsync.core.trace;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Keeps what happens often from filling the log: so many lines in a while, and with the next one how many were left out. */
public final class SomeLines {

    private final int most;
    private final long whileNanos;
    private final LongSupplier nanoTime;
    private long begun;
    private int told;
    private long leftOut;

    SomeLines(int most, Duration within, LongSupplier nanoTime) {
        this.most = most;
        this.whileNanos = within.toNanos();
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    public static SomeLines atMost(int most, Duration within) {
        return new SomeLines(most, within, System::nanoTime);
    }

    /**
     * Tells of it, or counts it among those left out.
     *
     * @param line gets the end of the line: empty, or that others were left out
     */
    public void ifAllowed(Consumer<String> line) {
        long missing = allowed();
        if (missing >= 0) {
            line.accept(missing == 0 ? "" : " (" + missing + " such lines before were left out)");
        }
    }

    /** How many were left out since the last one; negative where this one is too. */
    private synchronized long allowed() {
        long now = nanoTime.getAsLong();
        if (now - begun >= whileNanos) {
            begun = now;
            told = 0;
        }
        if (told >= most) {
            leftOut++;
            return -1;
        }
        told++;
        long missing = leftOut;
        leftOut = 0;
        return missing;
    }
}
