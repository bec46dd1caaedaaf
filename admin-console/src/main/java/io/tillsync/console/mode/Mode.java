package io.tillsync.console.mode;

import org.springframework.core.env.Environment;

/** How this process runs; a bean, so that screens can ask it ({@code @mode.demo}). */
public enum Mode {

    /** Without configuration: in memory, with made-up content. Nothing is kept. */
    DEMO,
    /** With a MongoDB server, which was named. */
    REAL;

    /** The one property that decides. */
    private static final String SERVER = "tillsync.mongodb.uri";

    static Mode of(Environment environment) {
        return environment.containsProperty(SERVER) ? REAL : DEMO;
    }

    public boolean isDemo() {
        return this == DEMO;
    }
}
