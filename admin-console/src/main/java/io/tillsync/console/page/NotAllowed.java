package io.tillsync.console.page;

/** The visitor sees it, and may not do what was asked for. */
public final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Goes on only if something is allowed. */
    public static void unless(boolean allowed) {
        if (!allowed) {
            throw new NotAllowed();
        }
    }
}
