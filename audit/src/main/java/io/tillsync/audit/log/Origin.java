package io.tillsync.audit.log;

/** The way by which a commit came in. */
public enum Origin {
    CONSOLE,
    API,
    TILL,
    IMPORT,
    RESOLUTION,
    SYSTEM
}
