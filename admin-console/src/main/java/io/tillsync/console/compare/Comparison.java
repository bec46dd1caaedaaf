package io.tillsync.console.compare;

import io.tillsync.console.values.FormField;
import java.time.Instant;
import java.util.List;

/**
 * An edit that met a newer one.
 *
 * @param fields that differ: first those to decide about
 * @param equal all others
 * @param isMergeable whether nothing is to be decided
 * @param version the current one, which the resolution is based on
 * @param by whose edit was there first, made at {@code at}
 */
public record Comparison(
        List<ComparedField> fields, List<FormField> equal, boolean isMergeable, long version, String by, Instant at) {

    public long decisions() {
        return fields.stream().filter(ComparedField::isConflicting).count();
    }
}
