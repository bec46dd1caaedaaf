package io.tillsync.core.trace;

import java.time.Duration;

/**
 * What a thread has had the database do. Requests that wait for a log at the same moment are written together: then the whole is counted
 * for the one that did it.
 */
public final class DatabaseWork {

    private static final ThreadLocal<DatabaseWork> OF_THREAD = ThreadLocal.withInitial(DatabaseWork::new);

    private Sum sum = Sum.NOTHING;

    private DatabaseWork() {}

    /**
     * Commands, and how long their answers took.
     *
     * @param longest the name of the one that took longest; empty where there was none
     */
    public record Sum(int commands, Duration time, String longest, Duration longestTime) {

        static final Sum NOTHING = new Sum(0, Duration.ZERO, "", Duration.ZERO);

        Sum and(String name, Duration took) {
            boolean isLongest = took.compareTo(longestTime) >= 0;
            return new Sum(commands + 1, time.plus(took), isLongest ? name : longest, isLongest ? took : longestTime);
        }
    }

    /** Forgets what this thread has done before. */
    public static void begin() {
        OF_THREAD.remove();
    }

    /** An answer has come, on the thread that asked. */
    public static void done(String name, Duration took) {
        DatabaseWork work = OF_THREAD.get();
        work.sum = work.sum.and(name, took);
    }

    /** Since it began. */
    public static Sum soFar() {
        return OF_THREAD.get().sum;
    }
}
