package io.tillsync.core.trace;

import java.time.Duration;

/** How long a thread has waited because its caller wanted it to: for something to happen, not for something to be done. */
public final class Waits {

    private static final ThreadLocal<Duration> OF_THREAD = ThreadLocal.withInitial(() -> Duration.ZERO);

    private Waits() {}

    /** Forgets what this thread has waited before. */
    public static void begin() {
        OF_THREAD.remove();
    }

    public static void waited(Duration time) {
        OF_THREAD.set(OF_THREAD.get().plus(time));
    }

    /** Since it began. */
    public static Duration soFar() {
        return OF_THREAD.get();
    }
}
