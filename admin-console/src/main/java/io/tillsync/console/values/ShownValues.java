package io.tillsync.console.values;

import io.tillsync.console.page.Formats;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** Values as somebody reads them. */
public record ShownValues(Formats formats, Naming names, MessageSource messages) {

    /** A value that there is. */
    public String text(Field field, Object value) {
        return switch (field.kind()) {
            case Kind.Money money -> value instanceof BigDecimal amount ? formats.money(amount) : value.toString();
            case Kind.Decimal decimal -> number(value);
            case Kind.Whole whole -> number(value);
            case Kind.Flag flag -> message(Boolean.TRUE.equals(value) ? "value.yes" : "value.no", value);
            case Kind.Choice choice -> message(field.name() + "." + value, value);
            case Kind.Reference reference -> referred(reference, value);
            default -> value.toString();
        };
    }

    /** What an older or newer version has kept can be of another kind. */
    private String number(Object value) {
        return value instanceof Number number ? formats.number(number) : value.toString();
    }

    private String referred(Kind.Reference reference, Object value) {
        List<?> ids = value instanceof List<?> many ? many : List.of(value);
        return ids.stream().map(id -> names.of(reference.type(), id.toString())).collect(Collectors.joining(", "));
    }

    private String message(String key, Object fallback) {
        String text = messages.getMessage(key, null, fallback.toString(), formats.locale());
        return text == null ? fallback.toString() : text;
    }
}
