package io.tillsync.console.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit log.
 *
 * @param address of the commit's own screen
 * @param about the type of what was changed; absent for an event, and for many
 * @param differences the first ones, of a change of fields
 * @param isLabelled whether the sentence does not say which field it is
 * @param more how many other fields there are
 * @param origin its word
 * @param store where it happened; absent where it is about the whole business
 */
record EntryView(
        String address,
        Instant at,
        Who who,
        Headline headline,
        @Nullable String about,
        List<Difference> differences,
        boolean isLabelled,
        int more,
        @Nullable String note,
        String origin,
        @Nullable String store,
        boolean isBad) {}
