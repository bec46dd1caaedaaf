package io.tillsync.console.audit;

import io.tillsync.audit.log.LogId;
import io.tillsync.console.page.Formats;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Values of fields as people read them: money with its sign, references by name, times in the store's zone. */
@Component
class Values {

    private final Labels labels;

    Values(Labels labels) {
        this.labels = labels;
    }

    /**
     * A value in words.
     *
     * @param field empty where this process does not know it
     */
    String text(Formats show, Names.Known names, LogId from, Optional<Field> field, Object value) {
        if (field.isEmpty()) {
            return plain(show, value);
        }
        if (field.get().hidden()) {
            return labels.text(show, "audit.hidden");
        }
        return switch (field.get().kind()) {
            case Kind.Money money -> value instanceof BigDecimal amount ? show.money(amount) : plain(show, value);
            case Kind.Flag flag -> labels.text(show, Boolean.TRUE.equals(value) ? "audit.yes" : "audit.no");
            case Kind.Choice choice -> labels.choice(show, field.get().name(), value.toString());
            case Kind.Reference reference ->
                ids(value)
                        .map(id -> names.of(new Names.Named(from, reference.type(), id)))
                        .collect(Collectors.joining(", "));
            default -> plain(show, value);
        };
    }

    private static String plain(Formats show, Object value) {
        return switch (value) {
            case Number number -> show.number(number);
            case Instant time -> show.when(time);
            case String text -> time(text).map(show::when).orElse(text);
            default -> value.toString();
        };
    }

    /** A time that is kept as on the wire. */
    private static Optional<Instant> time(String text) {
        if (text.length() != "2026-03-01T12:00:00.000Z".length() || !text.endsWith("Z")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Stream<String> ids(@Nullable Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case String id -> Stream.of(id);
            case Collection<?> many -> List.copyOf(many).stream().map(Object::toString);
            default -> Stream.empty();
        };
    }
}
