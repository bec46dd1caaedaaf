package io.tillsync.console.convergence;

/** A connection ended in the middle of something: nobody knows what became of it. */
final class BrokenOff extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenOff(String what) {
        super(what, null, false, false);
    }
}
