package io.tillsync.audit.log;

import java.util.stream.Stream;

/** The kinds of server that the log has to be right on. */
public enum Store {
    EMBEDDED,
    REAL;

    public TestMongo open() {
        return switch (this) {
            case EMBEDDED -> EmbeddedMongo.start();
            case REAL -> RealMongo.connect();
        };
    }

    /** The embedded one always, a real one where the environment names it. */
    public static Stream<Store> reachable() {
        return System.getenv(RealMongo.URI) == null ? Stream.of(EMBEDDED) : Stream.of(EMBEDDED, REAL);
    }
}
