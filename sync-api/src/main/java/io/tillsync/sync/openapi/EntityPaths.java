package io.tillsync.sync.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Puts one path per entity type in the place of the generic {@code /{type}} that serves them all. Where the generic
 * controller's annotations refer to {@code #/components/schemas/Entity…}, the type's own schema is meant.
 */
final class EntityPaths implements OpenApiCustomizer {
    private final String prefix;
    private final List<EntitySchema> types;

    // the prefix goes up to and with {type}
    EntityPaths(String prefix, List<EntitySchema> types) {
        this.prefix = prefix;
        this.types = List.copyOf(types);
    }

    @Override
    public void customise(OpenAPI api) {
        types.forEach(type -> type.schemas().forEach(api.getComponents()::addSchemas));
        var generic = api.getPaths().entrySet().stream()
                .filter(path -> path.getKey().startsWith(prefix))
                .toList();
        for (Map.Entry<String, PathItem> path : generic) {
            api.getPaths().remove(path.getKey());
            types.forEach(type ->
                    api.path(path.getKey().replace("{type}", type.plural()), specialised(path.getValue(), type)));
        }
    }

    private static PathItem specialised(PathItem generic, EntitySchema type) {
        try {
            String json = Json31.mapper().writeValueAsString(generic);
            String own = json.replace(EntitySchema.REF + "Entity", EntitySchema.REF + type.name());
            var item = Json31.mapper().readValue(own, PathItem.class);
            item.readOperations().forEach(operation -> specialise(operation, type));
            return item;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void specialise(Operation operation, EntitySchema type) {
        operation.setOperationId(operation.getOperationId() + type.name());
        operation.setTags(List.of(type.plural()));
        if (operation.getParameters() != null) {
            operation.getParameters().removeIf(parameter -> "type".equals(parameter.getName()));
        }
    }
}
