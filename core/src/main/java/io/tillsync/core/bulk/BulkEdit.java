package io.tillsync.core.bulk;

import io.tillsync.core.type.Field;
import java.math.BigDecimal;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What is done to one field of each entity. */
public sealed interface BulkEdit {

    Field field();

    /** What becomes of an entity's value; empty where this has nothing to do with it. */
    Optional<Value> of(Document state);

    /** A value that an entity is to have; null for none. */
    record Value(@Nullable Object value) {}

    /** Gives all the same value; none where it is empty. */
    record Set(Field field, Optional<Object> value) implements BulkEdit {
        @Override
        public Optional<Value> of(Document state) {
            return Optional.of(new Value(value.orElse(null)));
        }
    }

    /** Changes a number by a part of itself, in percent, then rounds it; what has none keeps none. */
    record ByPercent(Field field, BigDecimal percent, Rounding rounding) implements BulkEdit {
        @Override
        public Optional<Value> of(Document state) {
            return number(state, field)
                    .map(before -> before.add(before.multiply(percent).movePointLeft(2)))
                    .map(after -> new Value(rounding.round(after)));
        }
    }

    /** Adds to a number, then rounds it; what has none keeps none. */
    record ByAmount(Field field, BigDecimal amount, Rounding rounding) implements BulkEdit {
        @Override
        public Optional<Value> of(Document state) {
            return number(state, field).map(before -> new Value(rounding.round(before.add(amount))));
        }
    }

    private static Optional<BigDecimal> number(Document state, Field field) {
        return state.get(field.name()) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }
}
