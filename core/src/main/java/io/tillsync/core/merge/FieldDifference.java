package io.tillsync.core.merge;

import java.util.Optional;

/**
 * A field that one of two sides, or both, changed from their common base.
 *
 * @param base its value in what both started from; empty where it had none
 * @param client what the caller makes of it
 * @param server what it is now
 * @param conflicting whether both sides changed it, to different values
 */
public record FieldDifference(
        String name, Optional<Object> base, Optional<Object> client, Optional<Object> server, boolean conflicting) {}
