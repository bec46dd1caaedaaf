package io.tillsync.audit.search;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What is looked for, as a database is asked for it. Times are not part of it: they are positions in a log. */
final class Conditions {

    private static final List<String> TEXTS = List.of("note", "actor.name", "actor.address", "changes.entityId");

    private Conditions() {}

    static Bson of(Source source, Filter filter) {
        List<Bson> conditions = new ArrayList<>();
        if (!filter.events().isEmpty()) {
            conditions.add(Filters.in("event", filter.events()));
        }
        filter.actorId().ifPresent(id -> conditions.add(Filters.eq("actor.id", id)));
        filter.origin().ifPresent(origin -> conditions.add(Filters.eq("origin", word(origin))));
        List<Bson> change = change(source, filter);
        if (!change.isEmpty()) {
            conditions.add(Filters.elemMatch("changes", and(change)));
        }
        if (!filter.text().isBlank()) {
            conditions.add(text(filter));
        }
        return and(conditions);
    }

    private static List<Bson> change(Source source, Filter filter) {
        List<Bson> conditions = new ArrayList<>();
        filter.entityType().ifPresent(type -> conditions.add(Filters.eq("entityType", type)));
        filter.op().ifPresent(op -> conditions.add(Filters.eq("op", word(op))));
        filter.field().ifPresent(field -> conditions.add(Filters.eq("changed", field)));
        if (!source.isWhole()) {
            conditions.add(
                    Filters.or(source.shown().stream().map(Conditions::shown).toList()));
        }
        return conditions;
    }

    private static Bson shown(Source.Shown shown) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(Filters.eq("entityType", shown.entityType()));
        shown.having().forEach((field, values) -> conditions.add(Filters.in("after." + field, values)));
        shown.lacking().forEach(field -> conditions.add(Filters.exists("after." + field, false)));
        return and(conditions);
    }

    private static Bson text(Filter filter) {
        String pattern = pattern(filter.text().strip());
        Stream<String> names = filter.textFields().stream()
                .flatMap(field -> Stream.of("changes.after." + field, "changes.before." + field));
        return Filters.or(Stream.concat(TEXTS.stream(), names)
                .map(field -> Filters.regex(field, pattern))
                .toList());
    }

    /** Finds a text in upper and lower case, written so that every server takes it for the same. */
    static String pattern(String text) {
        return text.codePoints().mapToObj(Conditions::eitherCase).collect(Collectors.joining());
    }

    private static String eitherCase(int character) {
        int lower = Character.toLowerCase(character);
        int upper = Character.toUpperCase(character);
        if (lower != upper) {
            return "[" + Character.toString(lower) + Character.toString(upper) + "]";
        }
        return Character.isLetterOrDigit(character) || Character.isWhitespace(character) || character > 127
                ? Character.toString(character)
                : "\\" + Character.toString(character);
    }

    private static Bson and(List<Bson> conditions) {
        return switch (conditions.size()) {
            case 0 -> new Document();
            case 1 -> conditions.getFirst();
            default -> Filters.and(conditions);
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
