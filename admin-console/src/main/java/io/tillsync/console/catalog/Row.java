package io.tillsync.console.catalog;

import java.time.Instant;
import java.util.List;

/**
 * An entity in a list.
 *
 * @param isInactive whether it is switched off
 * @param isGone whether it was deleted since the list was made
 */
record Row(
        String id,
        long version,
        Instant changedAt,
        String title,
        String address,
        boolean isInactive,
        boolean isGone,
        List<Cell> cells) {

    /**
     * A value in it.
     *
     * @param text as shown; nothing where there is no value
     * @param typed as it is typed in
     * @param href where it leads, of a reference; else nothing
     */
    record Cell(Column column, String text, String typed, String href, boolean isEditable) {

        public boolean isFlag() {
            return column.field().kind() instanceof io.tillsync.core.type.Kind.Flag;
        }

        public boolean isOn() {
            return typed.equals("true");
        }
    }
}
