package io.tillsync.core.type;

/** The level of log that a type's entities live in. */
public enum Level {
    INSTALLATION,
    BUSINESS,
    STORE
}
