package io.tillsync.console.catalog;

import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import java.util.List;

/**
 * A field that a list can be filtered by, with what was chosen.
 *
 * @param shown of a reference the name of what was chosen
 */
record Filter(Field field, String value, String shown) {

    /** Texts have no filter of their own: who looks for one types it into the search. */
    static boolean isOffered(Field field) {
        return field.filterable()
                && (field.kind() instanceof Kind.Flag
                        || field.kind() instanceof Kind.Choice
                        || (field.kind() instanceof Kind.Reference reference && !reference.many()));
    }

    public String name() {
        return field.name();
    }

    public String target() {
        return field.kind() instanceof Kind.Reference reference ? reference.type() : "";
    }

    public List<String> choices() {
        return field.kind() instanceof Kind.Choice choice ? choice.values() : List.of("true", "false");
    }

    public boolean isFlag() {
        return field.kind() instanceof Kind.Flag;
    }
}
