package io.tillsync.sync.openapi;

import io.tillsync.core.type.EntityType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema (draft 2020-12, as in OpenAPI 3.1) in its smallest parts, and how the named ones are called. */
final class Schemas {

    private static final String ID_PATTERN = "^[A-Za-z0-9_-]{1,64}$";

    private Schemas() {}

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode list(Collection<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    static ObjectNode of(String type) {
        return node().put("type", type);
    }

    static ObjectNode text() {
        return of("string");
    }

    static ObjectNode id() {
        return text().put("pattern", ID_PATTERN);
    }

    static ObjectNode time() {
        return text().put("format", "date-time");
    }

    static ObjectNode whole(long least) {
        return of("integer").put("format", "int64").put("minimum", least);
    }

    static ObjectNode choice(Collection<String> values) {
        return text().set("enum", list(values));
    }

    static ObjectNode array(ObjectNode items) {
        return of("array").set("items", items);
    }

    static ObjectNode described(ObjectNode schema, String description) {
        return description.isEmpty() ? schema : schema.put("description", description);
    }

    /** The same, or null: as in a request, where that clears a field. */
    static ObjectNode orNull(ObjectNode schema) {
        return schema.has("type")
                ? schema.set("type", list(java.util.List.of(schema.get("type").stringValue(), "null")))
                : schema;
    }

    /** An object that has these properties and no others. */
    static ObjectNode closed(ObjectNode properties, Collection<String> required) {
        ObjectNode schema = of("object").set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", list(required));
        }
        return schema.put("additionalProperties", false);
    }

    static ObjectNode reference(String kind, String name) {
        return node().put("$ref", "#/components/" + kind + "/" + name);
    }

    /** {@code store-prices} gives {@code StorePrices}. */
    static String pascal(String kebab) {
        return Arrays.stream(kebab.split("[-_]", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** As the schema of a type's entities is called. */
    static String nameOf(EntityType type) {
        return pascal(type.singular());
    }
}
