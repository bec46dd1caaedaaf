package io.tillsync.core.write;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.Kind;
import io.tillsync.core.write.View.EntityKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/** Checks that what a content points to is there, and that a tree stays one. */
final class References {

    private static final int DEEPEST = 100;

    private References() {}

    /** What is wrong with those references of the content that are not the same in the content before. */
    static List<FieldError> check(EntityType type, String id, Document before, Document content, View view) {
        List<FieldError> errors = new ArrayList<>();
        type.references().forEach((name, reference) -> {
            Object value = content.get(name);
            if (value != null && !value.equals(before.get(name))) {
                check(type, id, name, reference, value, view).ifPresent(errors::add);
            }
        });
        return errors;
    }

    private static Optional<FieldError> check(
            EntityType type, String id, String name, Kind.Reference reference, Object value, View view) {
        if (reference.type().equals(type.name()) && leadsTo(id, name, type, value, view)) {
            return Optional.of(FieldError.cycle(name));
        }
        return (value instanceof List<?> ids ? ids.stream() : Stream.of(value))
                .map(Object::toString)
                .filter(target -> !view.isActive(new EntityKey(reference.type(), target)))
                .findFirst()
                .map(missing -> FieldError.unknownReference(name, reference.type(), missing));
    }

    /** Climbs from the value towards the root; a tree deeper than any that people make counts as a cycle. */
    private static boolean leadsTo(String id, String name, EntityType type, Object value, View view) {
        Object at = value;
        for (int depth = 0; depth < DEEPEST; depth++) {
            if (at == null || Objects.equals(at, id)) {
                return at != null;
            }
            at = view.state(new EntityKey(type.name(), at.toString()))
                    .map(state -> state.get(name))
                    .orElse(null);
        }
        return true;
    }
}
