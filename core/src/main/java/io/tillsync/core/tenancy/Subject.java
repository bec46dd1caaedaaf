package io.tillsync.core.tenancy;

/** Whom a token speaks for. */
public record Subject(Kind kind, String id) {

    /** What sort of subject. */
    public enum Kind {
        USER,
        TERMINAL
    }
}
