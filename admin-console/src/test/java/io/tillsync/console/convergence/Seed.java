package io.tillsync.console.convergence;

import java.util.Random;

/** Where all chance comes from. The same seed makes each actor decide the same again, step by step, whatever the others do. */
record Seed(long value) {

    private static final String PROPERTY = "tillsync.seed";

    /** The one given by {@code -Dtillsync.seed}, else a new one; printed, so that a failure can be repeated. */
    static Seed forRun(String run) {
        String given = System.getProperty(PROPERTY);
        System.clearProperty(PROPERTY); // The application takes it for a setting that it doesn't know.
        Seed seed = new Seed(given == null ? new Random().nextInt(1_000_000_000) : Long.parseLong(given));
        System.out.println(run + ": -D" + PROPERTY + "=" + seed.value());
        return seed;
    }

    /** What an actor draws from in one step: however much it draws there, its next steps stay as they are. */
    Random of(String actor, int step) {
        return new Random(
                value * 0x9E3779B97F4A7C15L + actor.hashCode() * 0xC2B2AE3D27D4EB4FL + step * 0x165667B19E3779F9L);
    }
}
