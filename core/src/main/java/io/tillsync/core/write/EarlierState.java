package io.tillsync.core.write;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.SystemFields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes an entity what it was before: as an edit like any other, that is judged by what holds today. */
public final class EarlierState {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private EarlierState() {}

    /**
     * Sets all fields as they were in a state; those that it did not have are cleared, those that the type no longer has are left out.
     *
     * @param base the version that is replaced
     */
    public static Edit.Replace of(EntityType type, Document state, Base base) {
        Map<String, Object> fields = new LinkedHashMap<>();
        EntityType.content(state)
                .forEach((name, value) -> type.field(name)
                        .ifPresent(
                                field -> fields.put(name, field.kind() instanceof Kind.Json ? parsed(value) : value)));
        return new Edit.Replace(type.name(), SystemFields.id(state), base, fields);
    }

    /** A text of JSON is kept as that text, and taken as what it says. */
    private static Object parsed(Object value) {
        return value instanceof String text ? JSON.readValue(text, Object.class) : value;
    }
}
