package io.tillsync.sync.openapi;

/** What many calls have in common: each brings parameters, headers and refusals with it. */
public enum Trait {
    /** It is about a business or a store, which headers can name. Follows from an {@code EntityCall} and a {@code SyncCall}. */
    SCOPED,
    /** It answers with the state of an entity, and with the headers of one. Follows from the type that the method returns. */
    STATE,
    /** It answers with the position of the log. Follows from {@link #STATE}. */
    POSITIONED,
    /** It answers with no older state than that of a position that the caller has seen. */
    FRESH,
    /** It answers with an {@code ETag}, and with 304 to who knows that one. */
    CONDITIONAL,
    /** Like {@link #CONDITIONAL}, where everything was told only. */
    CONDITIONAL_AT_HEAD,
    /** It searches, filters and sorts as the path's entity type declares. */
    LISTED,
    /** It can be kept to some entity types. */
    BY_TYPES,
    /** It must name the version that it is based on. */
    VERSIONED,
    /** It can merge with what happened since the version that it is based on. */
    MERGING,
    /** It can carry a key, by which a repeated call is known. */
    KEYED,
    /** It must carry that key. */
    KEY_REQUIRED
}
