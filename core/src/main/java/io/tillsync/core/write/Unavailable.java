package io.tillsync.core.write;

/**
 * A write could not be brought to an end in time, because the database did not answer. It may still be found in the log, whole: who asks
 * again with the same operation id gets its result then, and doubles nothing.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unavailable(Throwable cause) {
        super("The database did not answer in time", cause);
    }
}
