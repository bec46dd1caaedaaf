package io.tillsync.core.type;

/** What tills get of a type. */
public enum TillScope {
    ALL,
    NOTHING
}
