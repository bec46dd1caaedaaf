package io.tillsync.sync.openapi;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** What a document defines once and refers to from many places; in the order of the names, whatever the order of the asking. */
final class Components {

    private final SortedMap<String, SortedMap<String, ObjectNode>> kinds = new TreeMap<>();
    private final Map<String, Object> origins = new HashMap<>();

    /** A reference to a schema, which is made when it is first asked for. */
    ObjectNode schema(String name, Object origin, Supplier<ObjectNode> schema) {
        return define("schemas", name, origin, schema);
    }

    /**
     * A reference to a component, which is made when it is first asked for.
     *
     * @param origin what the component describes
     * @throws IllegalStateException where something else has the name
     */
    ObjectNode define(String kind, String name, Object origin, Supplier<ObjectNode> made) {
        Object earlier = origins.putIfAbsent(kind + "/" + name, origin);
        if (earlier == null) {
            ObjectNode component = made.get();
            kinds.computeIfAbsent(kind, absent -> new TreeMap<>()).put(name, component);
        } else if (!earlier.equals(origin)) {
            throw new IllegalStateException("Two %s are called %s: %s, %s".formatted(kind, name, earlier, origin));
        }
        return Schemas.reference(kind, name);
    }

    ObjectNode toJson() {
        ObjectNode all = Schemas.node();
        kinds.forEach((kind, components) -> {
            ObjectNode named = Schemas.node();
            components.forEach(named::set);
            all.set(kind, named);
        });
        return all;
    }
}
