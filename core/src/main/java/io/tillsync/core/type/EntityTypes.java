package io.tillsync.core.type;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All entity types, each after those of its level that it refers to. */
@Component
public class EntityTypes {

    private final Map<String, EntityType> types;

    public EntityTypes(List<Declaration> declarations) {
        Map<String, EntityType> declared = declarations.stream()
                .map(Declaration::type)
                .sorted(Comparator.comparing(EntityType::level).thenComparing(EntityType::name))
                .collect(Collectors.toMap(
                        EntityType::name,
                        type -> type,
                        (one, other) -> {
                            throw new IllegalArgumentException(one.name() + " is declared twice");
                        },
                        LinkedHashMap::new));
        this.types = new LinkedHashMap<>();
        declared.values().forEach(type -> addAfterReferences(type, declared, new ArrayList<>()));
    }

    private void addAfterReferences(EntityType type, Map<String, EntityType> declared, List<EntityType> above) {
        if (types.containsKey(type.name()) || above.contains(type)) {
            return;
        }
        above.add(type);
        for (Kind.Reference reference : type.references().values()) {
            Optional.ofNullable(declared.get(reference.type()))
                    .ifPresentOrElse(target -> addAfterReferences(target, declared, above), () -> {
                        throw new IllegalArgumentException(
                                type.name() + " refers to " + reference.type() + ", which is not declared");
                    });
        }
        above.remove(type);
        types.put(type.name(), type);
    }

    public Optional<EntityType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /**
     * The type of a name that is known to be one.
     *
     * @throws IllegalArgumentException where there is no such type
     */
    public EntityType get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No entity type " + name));
    }

    public Stream<EntityType> all() {
        return types.values().stream();
    }

    public Stream<EntityType> at(Level level) {
        return all().filter(type -> type.level() == level);
    }

    /** The fields of types of the same level that point to this type, and can so keep an entity of it from being deleted. */
    public Map<EntityType, List<String>> referrers(EntityType target) {
        Map<EntityType, List<String>> referrers = new LinkedHashMap<>();
        at(target.level()).forEach(type -> {
            List<String> names = type.references().entrySet().stream()
                    .filter(entry -> entry.getValue().type().equals(target.name()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!names.isEmpty()) {
                referrers.put(type, names);
            }
        });
        return referrers;
    }
}
