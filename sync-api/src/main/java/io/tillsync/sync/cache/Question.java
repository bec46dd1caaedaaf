package io.tillsync.sync.cache;

import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Sha256;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is asked for. Whoever may ask it gets the same answer, whatever their role: a call checks that first, and what is asked of one log
 * tells nothing of another.
 *
 * @param kind of answers, by which they are counted
 * @param words what is asked, besides what the other parts say; each at its place
 */
public record Question(LogId log, EntityType type, Kind kind, List<String> words) {

    /** Kinds of answers. */
    public enum Kind {
        LIST,
        FULL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String SEPARATOR = "\u001f";

    Subject subject() {
        return new Subject(log, type.name());
    }

    /** A process of another version, which tells more or less of an entity, has keys of its own. */
    String key() {
        String asked = shape() + SEPARATOR + kind + SEPARATOR + String.join(SEPARATOR, words);
        byte[] digest = Sha256.of(asked.getBytes(StandardCharsets.UTF_8));
        return subject().prefix() + HexFormat.of().formatHex(digest, 0, 16);
    }

    private String shape() {
        return type.fields().values().stream().map(Question::shape).collect(Collectors.joining(SEPARATOR));
    }

    private static String shape(Field field) {
        return field.name() + field.kind().getClass().getSimpleName() + (field.hidden() ? "-" : "+");
    }
}
