package io.tillsync.sync.openapi;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.SystemFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What the entities of a type look like in answers, and in the bodies that they are sent in. */
final class EntitySchemas {

    private static final List<String> IGNORED = List.of(
            SystemFields.SEQ,
            SystemFields.CREATED_AT,
            SystemFields.UPDATED_AT,
            SystemFields.DELETED_AT,
            SystemFields.LAST_SYNCED_AT);

    private final Components components;

    EntitySchemas(Components components) {
        this.components = components;
    }

    /** A whole state. */
    ObjectNode state(EntityType type) {
        return components.schema(Schemas.nameOf(type), type, () -> {
            ObjectNode properties = Schemas.node();
            properties.set(SystemFields.ID, Schemas.id());
            properties.set(
                    SystemFields.SYNC_VERSION,
                    Schemas.described(Schemas.whole(1), "Counts up with each change of the entity."));
            properties.set(
                    SystemFields.SEQ, Schemas.described(Schemas.whole(1), "The commit that changed the entity last."));
            properties.set(SystemFields.CREATED_AT, Schemas.time());
            properties.set(SystemFields.UPDATED_AT, Schemas.time());
            properties.set(
                    SystemFields.DELETED_AT, Schemas.described(Schemas.time(), "Where it is there, it was deleted."));
            shown(type).forEach(field -> properties.set(field.name(), FieldSchemas.of(field)));
            properties.set(
                    SystemFields.LAST_SYNCED_AT,
                    Schemas.described(Schemas.time(), "The server's time of its last commit."));
            Stream<String> always = Stream.of(
                    SystemFields.ID,
                    SystemFields.SYNC_VERSION,
                    SystemFields.SEQ,
                    SystemFields.CREATED_AT,
                    SystemFields.UPDATED_AT,
                    SystemFields.LAST_SYNCED_AT);
            Stream<String> own = shown(type).filter(Field::isRequired).map(Field::name);
            return Schemas.closed(properties, Stream.concat(always, own).toList());
        });
    }

    /** The own fields of a state, or of what is to become one; any of them can be absent. */
    ObjectNode content(EntityType type) {
        return components.schema(Schemas.nameOf(type) + "Content", type, () -> {
            ObjectNode properties = Schemas.node();
            shown(type).forEach(field -> properties.set(field.name(), FieldSchemas.of(field)));
            return Schemas.closed(properties, List.of());
        });
    }

    /**
     * What a call takes.
     *
     * @param fields the own fields that it takes; all where empty
     */
    ObjectNode body(EntityType type, Sends sends, String[] fields) {
        String name = Schemas.nameOf(type);
        return switch (sends) {
            case CREATION -> components.schema("New" + name, type, () -> sent(type, fields, true));
            case REPLACEMENT -> components.schema(name + "Replacement", type, () -> sent(type, fields, true));
            case PATCH -> components.schema(name + "Patch", type, () -> sent(type, fields, false));
            default -> throw new IllegalArgumentException(sends + " is no body with fields of " + type.name());
        };
    }

    private static ObjectNode sent(EntityType type, String[] fields, boolean isWhole) {
        ObjectNode properties = Schemas.node();
        List<String> required = new ArrayList<>();
        properties.set(SystemFields.ID, Schemas.orNull(Schemas.id()));
        properties.set(
                SystemFields.SYNC_VERSION,
                Schemas.described(Schemas.orNull(Schemas.whole(0)), "The version that the call is based on."));
        offered(type, fields).forEach((name, isOptional) -> {
            ObjectNode schema = type.field(name)
                    .map(FieldSchemas::of)
                    .orElseGet(() -> Schemas.text().put("writeOnly", true));
            boolean isNeeded = !isOptional
                    && type.field(name).map(EntitySchemas::mustBeGiven).orElse(true);
            properties.set(name, isNeeded ? schema : Schemas.orNull(schema));
            if (isNeeded && isWhole) {
                required.add(name);
            }
        });
        IGNORED.forEach(name -> properties.set(name, Schemas.described(Schemas.node(), "Ignored.")));
        return Schemas.closed(properties, required);
    }

    private static boolean mustBeGiven(Field field) {
        return field.isRequired() && field.fallback().isEmpty();
    }

    private static Map<String, Boolean> offered(EntityType type, String[] fields) {
        Map<String, Boolean> offered = new java.util.LinkedHashMap<>();
        Arrays.stream(fields).forEach(name -> offered.put(name.replace("?", ""), name.endsWith("?")));
        if (fields.length == 0) {
            shown(type).forEach(field -> offered.put(field.name(), false));
        }
        return offered;
    }

    /** The parameters by which a list is searched, filtered and sorted. */
    static Map<String, ObjectNode> listParameters(EntityType type) {
        Map<String, ObjectNode> parameters = new TreeMap<>();
        shown(type).filter(Field::filterable).forEach(field -> {
            ObjectNode schema = FieldSchemas.of(field);
            schema.remove("default");
            parameters.put(field.name(), schema);
        });
        return parameters;
    }

    /** What a list can be sorted by. */
    static List<String> sorts(EntityType type) {
        return shown(type)
                .filter(Field::sortable)
                .flatMap(field -> Stream.of(field.name(), "-" + field.name()))
                .toList();
    }

    private static Stream<Field> shown(EntityType type) {
        return type.fields().values().stream().filter(field -> !field.hidden());
    }
}
