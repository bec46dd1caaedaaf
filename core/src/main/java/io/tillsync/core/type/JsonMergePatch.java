package io.tillsync.core.type;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON merge patch (RFC 7396 §2) inside fields that hold JSON; the fields themselves are patched by {@link ContentCheck}. */
final class JsonMergePatch {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonMergePatch() {}

    /** The patch with each object for a JSON field replaced by what it makes of the field's present value. */
    static Map<String, @Nullable Object> resolved(EntityType type, Document content, Map<String, ?> patch) {
        Map<String, @Nullable Object> resolved = new LinkedHashMap<>();
        patch.forEach((name, value) -> {
            boolean isJson = type.field(name)
                    .filter(field -> field.kind() instanceof Kind.Json)
                    .isPresent();
            resolved.put(
                    name, isJson && value instanceof Map<?, ?> object ? merged(present(content, name), object) : value);
        });
        return resolved;
    }

    private static @Nullable Object present(Document content, String name) {
        return content.get(name) instanceof String text ? MAPPER.readValue(text, Object.class) : null;
    }

    private static Object merged(@Nullable Object target, Map<?, ?> patch) {
        Map<Object, @Nullable Object> result = new LinkedHashMap<>();
        if (target instanceof Map<?, ?> object) {
            result.putAll(object);
        }
        patch.forEach((name, value) -> {
            if (value == null) {
                result.remove(name);
            } else {
                result.put(name, value instanceof Map<?, ?> nested ? merged(result.get(name), nested) : value);
            }
        });
        return result;
    }
}
