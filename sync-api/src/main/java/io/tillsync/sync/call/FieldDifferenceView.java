package io.tillsync.sync.call;

import io.tillsync.core.merge.FieldDifference;
import io.tillsync.core.type.EntityType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field of a conflict as clients see it; a value that is not there is left out. */
record FieldDifferenceView(
        String name,
        @Nullable ValueView base,
        @Nullable ValueView client,
        @Nullable ValueView server,
        boolean conflicting) {

    static FieldDifferenceView of(EntityType type, FieldDifference field) {
        return new FieldDifferenceView(
                field.name(),
                value(type, field, field.base()),
                value(type, field, field.client()),
                value(type, field, field.server()),
                field.conflicting());
    }

    private static @Nullable ValueView value(EntityType type, FieldDifference field, Optional<Object> value) {
        return value.map(present -> new ValueView(type, field.name(), present)).orElse(null);
    }
}
