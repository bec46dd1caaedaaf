package io.tillsync.core.type;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Fields whose values together no two active entities of a log share.
 *
 * @param namespace the name of the set of values; types that name the same one share it
 * @param fields the first has to be there for the rule to apply; it is the one that a refusal names
 * @param folded whether values that differ in case, composition or outer blanks only are the same
 */
public record Unique(String namespace, List<String> fields, boolean folded) {

    /** The field that a refusal names. */
    public String field() {
        return fields.getFirst();
    }

    /** The key under which the holder of a state's value is kept; empty where the state has none. */
    public Optional<String> key(Document state) {
        if (!(state.get(field()) instanceof String)) {
            return Optional.empty();
        }
        return Optional.of(namespace + "/"
                + fields.reversed().stream()
                        .map(name -> state.get(name) instanceof String value ? normal(name, value) : "")
                        .collect(Collectors.joining("/")));
    }

    private String normal(String name, String value) {
        return folded && name.equals(field()) ? Texts.folded(value) : value;
    }
}
