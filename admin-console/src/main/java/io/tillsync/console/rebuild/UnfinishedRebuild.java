package io.tillsync.console.rebuild;

/** A rebuild is under way, or was broken off: nothing may be served. */
public final class UnfinishedRebuild extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnfinishedRebuild() {
        super("A rebuild of this database is under way, or was broken off: what follows from its logs is not whole.");
    }
}
