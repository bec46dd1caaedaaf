package io.tillsync.core.importing;

/** What this process has made of the rows of all imports, since it was started. */
final class Tally {

    private Counts sum = Counts.NONE;

    synchronized void add(Counts more) {
        sum = sum.plus(more);
    }

    synchronized Counts sum() {
        return sum;
    }
}
