package io.tillsync.sync.openapi;

import io.tillsync.core.type.EntityType;
import io.tillsync.sync.call.Data;
import io.tillsync.sync.call.EntityView;
import io.tillsync.sync.call.PageData;
import io.tillsync.sync.call.SyncTypes;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import tools.jackson.databind.node.ObjectNode;

/**
 * What records look like as JSON. A component that is {@code @Nullable} or an {@code Optional} can be absent. The views of entities take
 * the form of a type: that of the path; or of each type that tills get, where they are in a map by type.
 */
final class RecordSchemas {

    private final Components components;
    private final EntitySchemas entities;
    private final SyncTypes syncTypes;

    RecordSchemas(Components components, EntitySchemas entities, SyncTypes syncTypes) {
        this.components = components;
        this.entities = entities;
        this.syncTypes = syncTypes;
    }

    /** @param path the type that the path names */
    ObjectNode of(ResolvableType type, Optional<EntityType> path) {
        Class<?> raw = type.toClass();
        if (HttpEntity.class.isAssignableFrom(raw) || raw == Optional.class) {
            return of(type.getGeneric(0), path);
        }
        if (raw == EntityView.class) {
            return entities.state(path.orElseThrow());
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return Schemas.array(of(type.getGeneric(0), path));
        }
        if (raw == Map.class) {
            return byType(type.getGeneric(1), path);
        }
        return raw.isRecord() ? ofRecord(type, path) : plain(raw);
    }

    private static ObjectNode plain(Class<?> raw) {
        if (raw == String.class) {
            return Schemas.text();
        }
        if (raw == Instant.class) {
            return Schemas.time();
        }
        if (raw == BigDecimal.class) {
            return Schemas.of("number");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return Schemas.of("boolean");
        }
        if (raw == long.class || raw == Long.class || raw == int.class || raw == Integer.class) {
            return Schemas.whole(0);
        }
        throw new IllegalArgumentException("No schema is known for " + raw);
    }

    /** A property for each type, of which none has to be there. */
    private ObjectNode byType(ResolvableType value, Optional<EntityType> path) {
        ObjectNode properties = Schemas.node();
        path.map(List::of)
                .orElseGet(syncTypes::all)
                .forEach(type -> properties.set(type.name(), of(value, Optional.of(type))));
        return Schemas.closed(properties, List.of());
    }

    private ObjectNode ofRecord(ResolvableType type, Optional<EntityType> path) {
        if (type.toClass() == Data.class || type.toClass() == PageData.class) {
            return closed(type, path);
        }
        String name = type.toClass().getSimpleName().replaceFirst("View$", "");
        Optional<EntityType> own = path.filter(any -> mentionsEntities(type));
        return components.schema(
                own.map(Schemas::nameOf).orElse("") + name,
                List.of(type.toClass(), own.isPresent() ? own : ""),
                () -> closed(type, path));
    }

    private ObjectNode closed(ResolvableType type, Optional<EntityType> path) {
        ObjectNode properties = Schemas.node();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.toClass().getRecordComponents()) {
            properties.set(component.getName(), of(typeOf(component, type), path));
            if (!isOptional(component)) {
                required.add(component.getName());
            }
        }
        return Schemas.closed(properties, required);
    }

    static boolean isOptional(RecordComponent component) {
        return component.getType() == Optional.class
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static ResolvableType typeOf(RecordComponent component, ResolvableType owner) {
        return ResolvableType.forType(component.getGenericType(), owner);
    }

    private static boolean mentionsEntities(ResolvableType type) {
        Class<?> raw = type.toClass();
        Stream<ResolvableType> parts = raw.isRecord() && raw != EntityView.class
                ? Stream.of(raw.getRecordComponents()).map(component -> typeOf(component, type))
                : Stream.of(type.getGenerics());
        return raw == EntityView.class || parts.anyMatch(RecordSchemas::mentionsEntities);
    }
}
