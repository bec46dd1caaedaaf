package io.tillsync.sync.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as texts, numbers, booleans, lists and maps, which is what {@code core} takes. */
public final class PlainValues {

    private PlainValues() {}

    public static Map<String, @Nullable Object> of(ObjectNode object) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        object.properties().forEach(property -> map.put(property.getKey(), of(property.getValue())));
        return map;
    }

    private static @Nullable Object of(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node instanceof ObjectNode object) {
            return of(object);
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(element -> list.add(of(element)));
            return list;
        }
        if (node.isString()) {
            return node.stringValue();
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.numberValue();
    }
}
