package io.tillsync.console.audit;

import io.tillsync.audit.log.LogId;
import io.tillsync.console.page.Formats;
import io.tillsync.console.values.ShownValues;
import io.tillsync.core.type.Field;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Values of fields as people read them: money with its sign, references by name, times in the store's zone. */
@Component
class Values {

    private final Labels labels;
    private final MessageSource messages;

    Values(Labels labels, MessageSource messages) {
        this.labels = labels;
        this.messages = messages;
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
        return time(value)
                .map(show::when)
                .orElseGet(() -> new ShownValues(
                                show, (type, id) -> names.of(new Names.Named(from, type, id)), messages)
                        .text(field.get(), value));
    }

    private static String plain(Formats show, Object value) {
        return switch (value) {
            case Number number -> show.number(number);
            case Instant time -> show.when(time);
            default -> time(value).map(show::when).orElseGet(value::toString);
        };
    }

    /** A time that is kept as on the wire. */
    private static Optional<Instant> time(Object value) {
        if (!(value instanceof String text)
                || text.length() != "2026-03-01T12:00:00.000Z".length()
                || !text.endsWith("Z")) {
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
