package io.tillsync.core.type;

import io.tillsync.core.type.Kind.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * What a type says to the fields of a request.
 *
 * @param content the values as they are kept, in the order of the declaration
 * @param errors all that is wrong; empty where the content can be taken
 */
public record ContentCheck(Document content, List<FieldError> errors) {

    /** Checks a whole content: an absent field is cleared, or takes its fallback. */
    public static ContentCheck full(EntityType type, Map<String, ?> raw, Rules rules) {
        List<FieldError> errors = new ArrayList<>();
        Document given = read(type, raw, rules, errors);
        return new ContentCheck(complete(type, given, errors), List.copyOf(errors));
    }

    /** Checks what a content becomes by a merge patch (RFC 7396) of its top level: null clears a field. */
    public static ContentCheck patched(EntityType type, Document content, Map<String, ?> patch, Rules rules) {
        List<FieldError> errors = new ArrayList<>();
        Document result = new Document(content);
        result.keySet().removeAll(patch.keySet());
        result.putAll(read(type, JsonMergePatch.resolved(type, content, patch), rules, errors));
        return new ContentCheck(complete(type, result, errors), List.copyOf(errors));
    }

    private static Document read(EntityType type, Map<String, ?> raw, Rules rules, List<FieldError> errors) {
        Document read = new Document();
        raw.forEach((name, value) -> {
            if (SystemFields.NAMES.contains(name)) {
                return;
            }
            type.field(name)
                    .ifPresentOrElse(
                            field -> {
                                if (value != null) {
                                    read(field, value, rules, read, errors);
                                }
                            },
                            () -> errors.add(FieldError.unknownField(name, type.name())));
        });
        return read;
    }

    private static void read(Field field, Object value, Rules rules, Document into, List<FieldError> errors) {
        try {
            Object kept = field.kind().read(field.name(), value, rules);
            into.append(field.name(), kept);
            field.fault(kept).ifPresent(errors::add);
        } catch (Refused e) {
            errors.add(e.error());
        }
    }

    private static Document complete(EntityType type, Document given, List<FieldError> errors) {
        Document complete = new Document();
        type.fields().forEach((name, field) -> {
            Object value =
                    given.get(name) != null ? given.get(name) : field.fallback().orElse(null);
            if (value != null) {
                complete.append(name, value);
            } else if (field.isRequired()
                    && errors.stream().noneMatch(error -> error.field().equals(name))) {
                errors.add(FieldError.required(name));
            }
        });
        given.forEach(complete::putIfAbsent);
        return complete;
    }
}
