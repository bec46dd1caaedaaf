package io.tillsync.console.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * What a command asks, without the values, which are somebody's data.
 *
 * @param name what it does, and to which collection
 * @param text what it looks for, and in which order; empty for what only writes
 */
record CommandShape(String name, String text) {

    /** Only of what is small: to look into what is written, all of it would have to be decoded, for each command. */
    private static final Map<String, List<String>> PARTS = Map.of(
            "find", List.of("filter", "sort"),
            "findAndModify", List.of("query", "sort"),
            "aggregate", List.of("pipeline"),
            "count", List.of("query"),
            "distinct", List.of("query"));

    static CommandShape of(String kind, BsonDocument command) {
        return new CommandShape(kind + " " + collection(kind, command), text(kind, command));
    }

    private static String collection(String kind, BsonDocument command) {
        BsonValue named = command.get(kind.equals("getMore") ? "collection" : kind);
        return named instanceof BsonString name ? name.getValue() : "-";
    }

    private static String text(String kind, BsonDocument command) {
        List<String> parts = new ArrayList<>();
        for (String part : PARTS.getOrDefault(kind, List.of())) {
            BsonValue value = command.get(part);
            if (value != null) {
                parts.add(part + " " + shape(value));
            }
        }
        return String.join(", ", parts);
    }

    /** Names of fields and operators stay. Of a list, which may be long, the first is told, and how many there are. */
    private static String shape(BsonValue value) {
        if (value instanceof BsonDocument document) {
            return document.entrySet().stream()
                    .map(field -> field.getKey() + ": " + shape(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof BsonArray list) {
            return list.isEmpty() ? "[]" : "[" + shape(list.getFirst()) + " × " + list.size() + "]";
        }
        return value instanceof BsonInt32 number && Math.abs(number.getValue()) == 1
                ? Integer.toString(number.getValue()) // a direction of order
                : "?";
    }
}
