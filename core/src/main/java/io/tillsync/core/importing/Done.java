package io.tillsync.core.importing;

/**
 * What an imported row has come to.
 *
 * @param id of the entity that is now as the row says
 */
record Done(Given given, String id, Effect effect) {

    /** What was written for the row. */
    enum Effect {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    Done alsoStocked() {
        return effect == Effect.UNCHANGED ? new Done(given, id, Effect.UPDATED) : this;
    }
}
