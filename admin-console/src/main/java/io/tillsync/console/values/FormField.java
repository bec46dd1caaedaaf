package io.tillsync.console.values;

import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A field to type into.
 *
 * @param text what stands in it: of a reference the id
 * @param shown of a reference the name of what was chosen
 * @param error what is wrong with it
 */
public record FormField(Field field, String text, String shown, Optional<String> error) {

    public String name() {
        return field.name();
    }

    /** The name of the template's fragment that it is made by. */
    public String control() {
        return switch (field.kind()) {
            case Kind.Text text -> text.lines() ? "lines" : "line";
            case Kind.Money money -> "money";
            case Kind.Decimal decimal -> "number";
            case Kind.Whole whole -> "number";
            case Kind.Flag flag -> "flag";
            case Kind.Choice choice -> "choice";
            case Kind.Reference reference -> reference.many() ? "line" : "reference";
            case Kind.Json json -> "json";
        };
    }

    public boolean isRequired() {
        return field.isRequired() && !(field.kind() instanceof Kind.Flag);
    }

    /** The most characters that a text can have; empty where there is no such limit. */
    public Optional<Integer> longest() {
        return field.kind() instanceof Kind.Text text ? Optional.of(text.max()) : Optional.empty();
    }

    public List<String> choices() {
        return field.kind() instanceof Kind.Choice choice ? choice.values() : List.of();
    }

    /** The type that is pointed to; empty for what is no reference. */
    public String target() {
        return field.kind() instanceof Kind.Reference reference ? reference.type() : "";
    }

    public boolean isWide() {
        return control().equals("lines") || control().equals("json");
    }
}
