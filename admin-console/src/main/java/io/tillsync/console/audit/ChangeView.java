package io.tillsync.console.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a commit did to one entity, as shown.
 *
 * @param op its word
 * @param history the address of the entity's history; absent where its type is not known
 * @param then the address of its state after the change; likewise
 */
record ChangeView(
        String op,
        String type,
        String name,
        String id,
        long version,
        List<Difference> differences,
        @Nullable String history,
        @Nullable String then) {}
