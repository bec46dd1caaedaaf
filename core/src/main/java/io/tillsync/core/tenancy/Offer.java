package io.tillsync.core.tenancy;

import io.tillsync.core.type.ContentCheck;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a type callers give themselves; the others follow from what is done.
 *
 * @param given at the creation
 * @param implied at the creation, by where it is done
 * @param changeable those that can be given anew later
 */
record Offer(EntityType type, Set<String> given, Set<String> implied, Set<String> changeable) {

    /** All that is wrong with what a creation gives. */
    List<FieldError> creationFaults(
            Map<String, ? extends @Nullable Object> fields, Map<String, ? extends @Nullable Object> impliedFields) {
        List<FieldError> faults = new ArrayList<>();
        fields.keySet().stream()
                .filter(name -> !given.contains(name))
                .forEach(name -> type.field(name)
                        .ifPresent(field -> faults.add(fault(field, "cannot be given; it follows from what is done"))));
        Map<String, @Nullable Object> whole = new HashMap<>(fields);
        whole.putAll(impliedFields);
        faults.addAll(ContentCheck.full(type, whole, Rules.NONE).errors());
        return faults;
    }

    /** All that is wrong with what a patch gives. Fields that cannot be changed may be there as they are. */
    List<FieldError> patchFaults(Document current, Map<String, ? extends @Nullable Object> patch) {
        List<FieldError> faults = new ArrayList<>();
        patch.forEach((name, value) -> type.field(name)
                .filter(field -> !changeable.contains(name))
                .filter(field -> field.hidden() || !Objects.equals(current.get(name), value))
                .ifPresent(field -> faults.add(fault(field, "cannot be changed"))));
        faults.addAll(patched(current, patch).errors());
        return faults;
    }

    ContentCheck patched(Document current, Map<String, ? extends @Nullable Object> patch) {
        return ContentCheck.patched(type, EntityType.content(current), patch, Rules.NONE);
    }

    private FieldError fault(Field field, String message) {
        return field.hidden()
                ? FieldError.unknownField(field.name(), type.name())
                : FieldError.invalid(field.name(), message);
    }

    /** What the caller of a creation has said, out of what it made. */
    Document said(Document state) {
        Document said = new Document();
        state.forEach((name, value) -> {
            if (given.contains(name) || implied.contains(name)) {
                said.append(name, value);
            }
        });
        return said;
    }
}
