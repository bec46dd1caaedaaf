package io.tillsync.sync.openapi;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the entities of one type look like to clients.
 *
 * @param plural the type's name in paths
 * @param fields its own fields, without those that all entities have
 */
public record EntitySchema(String plural, Map<String, Schema<?>> fields, List<String> required) {
    static final String REF = "#/components/schemas/";

    /** As the schemas are called: {@code store-prices} gives {@code StorePrices}. */
    String name() {
        return Arrays.stream(plural.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** The entity, and the bodies that it is sent and asked for in, by their names. */
    Map<String, Schema<?>> schemas() {
        Map<String, Schema<?>> schemas = new LinkedHashMap<>();
        schemas.put(name(), entity());
        schemas.put(name() + "Write", write());
        schemas.put(name() + "Answer", object("data", reference()));
        schemas.put(name() + "Page", page());
        return schemas;
    }

    private Schema<?> entity() {
        var entity = new ObjectSchema();
        entity.addProperty("id", new StringSchema().pattern("[A-Za-z0-9_-]{1,64}"));
        entity.addProperty("syncVersion", new IntegerSchema().format("int64").minimum(BigDecimal.ONE));
        fields.forEach(entity::addProperty);
        entity.required(required).addRequiredItem("id");
        return entity.addRequiredItem("syncVersion").additionalProperties(false);
    }

    private Schema<?> write() {
        var write = new ObjectSchema();
        write.addProperty("id", new StringSchema());
        write.addProperty("syncVersion", new IntegerSchema().format("int64"));
        fields.forEach(write::addProperty);
        return write.additionalProperties(false);
    }

    private Schema<?> page() {
        var position = object("limit", new IntegerSchema());
        position.addProperty("nextCursor", new StringSchema());
        var page = object("data", new ArraySchema().items(reference()));
        page.addProperty("page", position);
        return page.addRequiredItem("page");
    }

    private Schema<?> reference() {
        return new Schema<>().$ref(REF + name());
    }

    private static Schema<?> object(String name, Schema<?> property) {
        var object = new ObjectSchema();
        object.addProperty(name, property);
        return object.addRequiredItem(name).additionalProperties(false);
    }
}
