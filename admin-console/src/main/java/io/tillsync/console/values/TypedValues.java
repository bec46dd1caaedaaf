package io.tillsync.console.values;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody has typed into the fields of a form.
 *
 * @param fields the values meant, null for what was left empty; what cannot be read stands as the text it is
 * @param errors what can't be read for reasons that the field itself would not see
 */
public record TypedValues(Map<String, @Nullable Object> fields, List<FieldError> errors) {

    public static final String AMBIGUOUS = "ambiguous-number";
    public static final String MALFORMED = "malformed-json";
    public static final String NOT_CHOSEN = "not-chosen";

    /** Behind the name of a reference's field: the text that stands there for the one that was chosen. */
    public static final String SHOWN = "~shown";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Reads a whole form: a box that is not ticked sends nothing. */
    public static TypedValues read(EntityType type, Map<String, String> form, Locale locale) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        type.fields().values().stream().filter(field -> !field.hidden()).forEach(field -> {
            String typed = Optional.ofNullable(form.get(field.name())).orElse("");
            String shown = Optional.ofNullable(form.get(field.name() + SHOWN)).orElse("");
            if (field.kind() instanceof Kind.Reference && typed.isBlank() && !shown.isBlank()) {
                errors.add(new FieldError(field.name(), NOT_CHOSEN, "must be chosen from the list"));
            }
            fields.put(field.name(), read(field, typed, locale, errors));
        });
        return new TypedValues(fields, List.copyOf(errors));
    }

    /** Reads one field; null where nothing was typed. */
    public static @Nullable Object read(Field field, String typed, Locale locale, List<FieldError> errors) {
        if (field.kind() instanceof Kind.Flag) {
            return typed.equals("true") || typed.equals("on");
        }
        if (typed.isBlank()) {
            return null;
        }
        return switch (field.kind()) {
            case Kind.Money money -> number(field, typed, locale, errors);
            case Kind.Decimal decimal -> number(field, typed, locale, errors);
            case Kind.Whole whole -> number(field, typed, locale, errors);
            case Kind.Json json -> json(field, typed, errors);
            case Kind.Text text -> text.lines() ? typed.replace("\r\n", "\n") : typed.strip();
            case Kind.Reference reference ->
                reference.many() ? List.of(typed.strip().split("[\\s,]+")) : typed.strip();
            default -> typed;
        };
    }

    private static Object number(Field field, String typed, Locale locale, List<FieldError> errors) {
        Optional<java.math.BigDecimal> number = TypedNumbers.read(typed, locale);
        if (number.isEmpty() && typed.strip().matches("[+-]?[0-9]{1,3}[.,][0-9]{3}")) {
            errors.add(new FieldError(field.name(), AMBIGUOUS, "could be two different numbers"));
        }
        return number.<Object>map(value -> value).orElse(typed);
    }

    private static @Nullable Object json(Field field, String typed, List<FieldError> errors) {
        try {
            return JSON.readValue(typed, Object.class);
        } catch (JacksonException e) {
            errors.add(new FieldError(field.name(), MALFORMED, "is not JSON"));
            return typed;
        }
    }
}
