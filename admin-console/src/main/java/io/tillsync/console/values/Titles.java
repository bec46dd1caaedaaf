package io.tillsync.console.values;

import io.tillsync.console.page.Place;
import io.tillsync.core.read.Entities;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.SystemFields;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** What entities are called on screens. */
@Component
public class Titles {

    private final EntityTypes types;
    private final Entities entities;

    Titles(EntityTypes types, Entities entities) {
        this.types = types;
        this.entities = entities;
    }

    /** The field that tells people which entity it is: what it is searched by, else what it has to point to; empty where the id is its name. */
    public static Optional<Field> fieldOf(EntityType type) {
        return type.words().stream()
                .findFirst()
                .flatMap(type::field)
                .or(() -> type.fields().values().stream()
                        .filter(field -> field.isRequired()
                                && field.kind() instanceof Kind.Reference reference
                                && !reference.many())
                        .findFirst());
    }

    /** What an entity is called, where the names hold what it points to. */
    public static String of(EntityType type, Document state, Naming names) {
        return fieldOf(type)
                .flatMap(field -> Optional.ofNullable(state.get(field.name())).map(value -> {
                    boolean points = field.kind() instanceof Kind.Reference;
                    return points
                            ? names.of(((Kind.Reference) field.kind()).type(), value.toString())
                            : value.toString();
                }))
                .orElseGet(() -> SystemFields.id(state));
    }

    /** The names of all that entities point to, with one question for each type. */
    public Names pointedToBy(Place place, EntityType type, Collection<Document> contents) {
        Map<String, Set<String>> ids = new HashMap<>();
        type.references()
                .forEach((field, reference) -> contents.forEach(content -> {
                    Object value = content.get(field);
                    Collection<?> targets =
                            value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
                    targets.forEach(id -> ids.computeIfAbsent(reference.type(), any -> new HashSet<>())
                            .add(id.toString()));
                }));
        Map<String, Map<String, String>> names = new HashMap<>();
        ids.forEach((target, wanted) -> names.put(target, named(place, types.get(target), wanted)));
        return new Names(names);
    }

    private Map<String, String> named(Place place, EntityType type, Set<String> ids) {
        if (type.level() == Level.INSTALLATION) {
            return Map.of();
        }
        Map<String, String> titles = new HashMap<>();
        entities.find(place.home(type.level()).log(), type, ids)
                .forEach((id, state) -> titles.put(id, of(type, state, Names.NONE)));
        return titles;
    }
}
