package io.tillsync.core.importing;

import io.tillsync.core.type.Field;

/** What a column of a file gives. */
sealed interface Column {

    /** As in the header. */
    String name();

    /** What it gives, by the name that a request has for it. */
    default String target() {
        return name();
    }

    /** The entity's id: which one is meant, or how a new one is called. */
    record Id() implements Column {
        @Override
        public String name() {
            return "id";
        }
    }

    /** A field by its own name. */
    record Value(Field field) implements Column {
        @Override
        public String name() {
            return field.name();
        }
    }

    /** A reference, by the name of what it points to: {@code category} for {@code categoryId}. */
    record Named(String name, Field field, Naming naming) implements Column {
        @Override
        public String target() {
            return field.name();
        }
    }

    /** A column that is left out. */
    record Unused() implements Column {
        @Override
        public String name() {
            return Columns.UNUSED;
        }
    }

    /** What the store has of a product at first; a field of its stock. */
    record Opening(Field field) implements Column {
        @Override
        public String name() {
            return field.name();
        }
    }
}
