package io.tillsync.console.catalog;

import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;

/**
 * A column of a list.
 *
 * @param sorted as assistive programs want to be told: ascending, descending or none
 * @param sortAddress where the list is sorted by it, or the other way round where it already is
 * @param isExtra whether it is only shown to who has asked for it
 */
record Column(Field field, String sorted, String sortAddress, boolean isExtra) {

    public String name() {
        return field.name();
    }

    public boolean isNumeric() {
        return field.kind() instanceof Kind.Money
                || field.kind() instanceof Kind.Decimal
                || field.kind() instanceof Kind.Whole;
    }

    public boolean isSortable() {
        return field.sortable();
    }

    /** What can be changed right in the list: what takes a single key or a number. */
    boolean isEditable() {
        return field.kind() instanceof Kind.Money || field.kind() instanceof Kind.Flag;
    }
}
