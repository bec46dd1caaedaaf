package io.tillsync.console.catalog;

import io.tillsync.audit.log.Origin;
import io.tillsync.console.values.TypedValues;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.LogWriters;
import io.tillsync.core.write.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what forms have brought. */
@Component
class Edited {

    private final LogWriters writers;

    Edited(LogWriters writers) {
        this.writers = writers;
    }

    /** Makes an entity of a whole form. */
    Outcome created(TypeAt at, String id, Map<String, String> form, Locale locale) {
        TypedValues typed = TypedValues.read(at.type(), form, locale);
        if (!EntityId.isValid(id)) {
            List<FieldError> errors = new ArrayList<>(typed.errors());
            errors.add(FieldError.invalid("id", "must be " + EntityId.RULE));
            return new Outcome.Invalid(errors);
        }
        return write(at, new Edit.Create(at.type().name(), id, typed.fields()), typed, Origin.CONSOLE, form);
    }

    /** Gives an entity all that stands in a form that was made for one of its versions. */
    Outcome replaced(TypeAt at, String id, long version, Map<String, String> form, Locale locale) {
        TypedValues typed = TypedValues.read(at.type(), form, locale);
        Origin origin = form.containsKey("resolution") ? Origin.RESOLUTION : Origin.CONSOLE;
        Edit edit = new Edit.Replace(at.type().name(), id, Base.version(version), typed.fields());
        return write(at, edit, typed, origin, form);
    }

    /** Gives an entity one value, which was typed into a list. */
    Outcome patched(TypeAt at, String id, long version, String field, Map<String, String> form, Locale locale) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, @Nullable Object> fields = new java.util.HashMap<>();
        at.type()
                .field(field)
                .filter(known -> !known.hidden())
                .ifPresent(known ->
                        fields.put(field, TypedValues.read(known, form.getOrDefault("value", ""), locale, errors)));
        TypedValues typed = new TypedValues(fields, errors);
        Edit edit = new Edit.Patch(at.type().name(), id, Base.version(version), fields);
        return write(at, edit, typed, Origin.CONSOLE, form);
    }

    Outcome deleted(TypeAt at, String id, long version, Map<String, String> form) {
        return write(at, new Edit.Delete(at.type().name(), id, Base.version(version)), Origin.CONSOLE, form);
    }

    Outcome restored(TypeAt at, String id, long version, Map<String, String> form) {
        return write(at, new Edit.Restore(at.type().name(), id, Base.version(version)), Origin.CONSOLE, form);
    }

    private Outcome write(TypeAt at, Edit edit, TypedValues typed, Origin origin, Map<String, String> form) {
        return typed.errors().isEmpty() ? write(at, edit, origin, form) : new Outcome.Invalid(typed.errors());
    }

    private Outcome write(TypeAt at, Edit edit, Origin origin, Map<String, String> form) {
        String what = edit.getClass().getSimpleName() + "/" + edit.type() + "/" + edit.id();
        var operation = Operations.of(at.place(), form.getOrDefault("operation", ""), what, form);
        return writers.write(ChangeRequest.of(at.home(), at.place().visitor().actor(), origin, operation, edit))
                .only();
    }
}
