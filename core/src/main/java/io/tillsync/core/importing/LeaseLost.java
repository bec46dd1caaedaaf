package io.tillsync.core.importing;

/** Another process has taken the job over, since this one was not heard of in time: whatever it still has in hand is to be dropped. */
final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost(String job) {
        super("Import " + job + " is run by another process");
    }
}
