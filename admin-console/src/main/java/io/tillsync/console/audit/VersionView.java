package io.tillsync.console.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of an entity, as shown.
 *
 * @param op its word
 * @param commit the address of the commit that made it; absent where the visitor may not look into the log
 * @param then the address of the whole state
 * @param event what happened, where it has a name
 */
record VersionView(
        long version,
        long seq,
        String op,
        @Nullable String event,
        Instant at,
        Who who,
        String origin,
        @Nullable String note,
        List<Difference> differences,
        @Nullable String commit,
        String then,
        boolean isRestorable) {}
