package io.tillsync.console.values;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.Rules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/** The fields of a form, as they follow from a type's declaration. */
public final class FormFields {

    private FormFields() {}

    /** Filled with a content. */
    public static List<FormField> of(EntityType type, Document content, Names names, Rules rules, Locale locale) {
        return shown(type)
                .map(field -> {
                    Optional<Object> value = Optional.ofNullable(content.get(field.name()));
                    return new FormField(
                            field,
                            value.map(present -> text(field, present, rules, locale))
                                    .orElse(""),
                            value.map(present -> title(field, present, names)).orElse(""),
                            Optional.empty());
                })
                .toList();
    }

    /** Filled with what was typed, and what is wrong with it. */
    public static List<FormField> typed(EntityType type, Map<String, String> form, Map<String, String> errors) {
        return shown(type)
                .map(field -> new FormField(
                        field,
                        form.getOrDefault(field.name(), ""),
                        form.getOrDefault(field.name() + TypedValues.SHOWN, ""),
                        Optional.ofNullable(errors.get(field.name()))))
                .toList();
    }

    private static java.util.stream.Stream<Field> shown(EntityType type) {
        return type.fields().values().stream().filter(field -> !field.hidden());
    }

    /** A value as it is typed in. */
    public static String text(Field field, Object value, Rules rules, Locale locale) {
        return switch (field.kind()) {
            case Kind.Money money -> TypedNumbers.write((BigDecimal) value, rules.moneyDecimals(), locale);
            case Kind.Decimal decimal -> TypedNumbers.write((BigDecimal) value, 0, locale);
            default ->
                value instanceof List<?> many
                        ? many.stream().map(Object::toString).collect(Collectors.joining(", "))
                        : value.toString();
        };
    }

    private static String title(Field field, Object value, Names names) {
        return field.kind() instanceof Kind.Reference reference && !reference.many()
                ? names.of(reference.type(), value.toString())
                : "";
    }
}
