package io.tillsync.console.setup;

import io.tillsync.console.page.NoSuchPage;
import io.tillsync.core.merge.FieldDifference;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A form as it is shown: what is in its fields, and what is wrong with it.
 *
 * @param operation by which sending it twice is known for the same; another one for each new form
 * @param version that it is based on; 0 where it makes something
 * @param values texts, or the texts that are chosen
 * @param refusal what is wrong with the whole; empty for nothing
 * @param theirs fields that somebody else has changed meanwhile, with their values now
 */
public record SetupForm(
        String operation,
        long version,
        Map<String, Set<String>> values,
        Map<String, FieldError> faults,
        String refusal,
        Map<String, String> theirs) {

    public static SetupForm empty() {
        return new SetupForm(newOperation(), 0, Map.of(), Map.of(), "", Map.of());
    }

    /** What an entity has now. */
    public static SetupForm of(Document state) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        state.forEach((name, value) -> values.put(name, texts(value)));
        return new SetupForm(newOperation(), SystemFields.version(state), values, Map.of(), "", Map.of());
    }

    /** What was sent. */
    public static SetupForm sent(String operation, long version, Map<String, Set<String>> values) {
        String kept = EntityId.isValid(operation) ? operation : newOperation();
        return new SetupForm(kept, version, values, Map.of(), "", Map.of());
    }

    /** What was sent of these fields; texts without blanks around them. */
    static SetupForm sent(MultiValueMap<String, String> parameters, String... names) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (String name : names) {
            values.put(
                    name,
                    parameters.getOrDefault(name, List.of()).stream()
                            .map(String::strip)
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.toSet()));
        }
        String operation = Optional.ofNullable(parameters.getFirst("operation")).orElse("");
        String version = Optional.ofNullable(parameters.getFirst("syncVersion")).orElse("");
        return sent(operation, version.matches("[0-9]{1,18}") ? Long.parseLong(version) : 0, values);
    }

    private static String newOperation() {
        return EntityId.create().value();
    }

    private static Set<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> Set.of();
            case List<?> several -> several.stream().map(String::valueOf).collect(Collectors.toSet());
            default -> Set.of(String.valueOf(value));
        };
    }

    public String value(String name) {
        return values.getOrDefault(name, Set.of()).stream().findFirst().orElse("");
    }

    public boolean has(String name, String value) {
        return values.getOrDefault(name, Set.of()).contains(value);
    }

    public @Nullable FieldError fault(String name) {
        return faults.get(name);
    }

    public boolean isConflict() {
        return !theirs.isEmpty();
    }

    public SetupForm with(String name, String value) {
        Map<String, Set<String>> more = new LinkedHashMap<>(values);
        more.put(name, Set.of(value));
        return new SetupForm(operation, version, more, faults, refusal, theirs);
    }

    SetupForm wrong(FieldError error) {
        return new SetupForm(operation, version, values, Map.of(error.field(), error), "", Map.of());
    }

    /**
     * The same form, with why it was refused. After a conflict it is based on the version of the others: sending it again holds.
     *
     * @throws NoSuchPage where what it is about is gone
     */
    SetupForm refused(Outcome.Refused refusal) {
        return switch (refusal) {
            case Outcome.Invalid invalid ->
                new SetupForm(
                        operation,
                        version,
                        values,
                        invalid.errors().stream()
                                .collect(Collectors.toMap(FieldError::field, error -> error, (one, other) -> one)),
                        "",
                        Map.of());
            case Outcome.DuplicateValue duplicate ->
                wrong(new FieldError(duplicate.field(), "duplicate-value", "is taken; choose another one"));
            case Outcome.VersionConflict conflict ->
                new SetupForm(
                        newOperation(),
                        SystemFields.version(conflict.server()),
                        values,
                        Map.of(),
                        "conflict",
                        theirs(conflict));
            case Outcome.Missing missing -> throw new NoSuchPage();
            case Outcome.Gone gone -> throw new NoSuchPage();
            default -> new SetupForm(newOperation(), version, values, Map.of(), "repeated", Map.of());
        };
    }

    private static Map<String, String> theirs(Outcome.VersionConflict conflict) {
        Map<String, String> theirs = new LinkedHashMap<>();
        for (FieldDifference field : conflict.fields()) {
            if (field.conflicting()) {
                theirs.put(field.name(), String.join(", ", texts(field.server().orElse(null))));
            }
        }
        return theirs;
    }
}
