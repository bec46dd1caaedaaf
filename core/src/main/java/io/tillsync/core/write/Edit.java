package io.tillsync.core.write;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be done to one entity. The values of fields are plain: texts, numbers, booleans, lists and maps, as a request had them. */
public sealed interface Edit {

    String type();

    String id();

    /** The fields that come with it. */
    default Map<String, ? extends @Nullable Object> fields() {
        return Map.of();
    }

    /** Makes an entity that is not there. */
    record Create(String type, String id, Map<String, ? extends @Nullable Object> fields) implements Edit {}

    /** Gives all fields: one that is absent is cleared, or takes its fallback. */
    record Replace(String type, String id, Base base, Map<String, ? extends @Nullable Object> fields)
            implements Edit, BasedOnVersion {}

    /** Gives some fields; null clears one. */
    record Patch(String type, String id, Base base, Map<String, ? extends @Nullable Object> fields)
            implements Edit, BasedOnVersion {}

    /** Leaves a tombstone. */
    record Delete(String type, String id, Base base) implements Edit, BasedOnVersion {}

    /** Takes a tombstone away. */
    record Restore(String type, String id, Base base) implements Edit, BasedOnVersion {}

    /** Adds to a number, from zero where the entity is not there yet; never conflicts. */
    record Add(String type, String id, Map<String, ? extends @Nullable Object> fields, String number, BigDecimal delta)
            implements Edit {}

    /** An edit that was made to a version which may no longer be the current one. */
    sealed interface BasedOnVersion extends Edit permits Replace, Patch, Delete, Restore {
        Base base();
    }
}
