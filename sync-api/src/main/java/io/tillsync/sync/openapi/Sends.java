package io.tillsync.sync.openapi;

/** What the body of a call is. */
public enum Sends {
    NOTHING,
    /** A new entity of the path's type. */
    CREATION,
    /** All of an entity: what is left out is cleared. */
    REPLACEMENT,
    /** A JSON merge patch (RFC 7396). */
    PATCH,
    /** At most the version that the call is based on. */
    VERSION,
    /** What the call's form describes. */
    FORM,
    /** A file of comma separated values. */
    CSV;

    boolean isRequired() {
        return this != NOTHING && this != VERSION;
    }
}
