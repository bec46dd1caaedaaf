package io.tillsync.core.importing;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Unique;
import java.util.Optional;
import org.bson.Document;

/**
 * How an entity is pointed to by its name.
 *
 * @param unique the rule that keeps its name from being given twice
 */
record Naming(EntityType target, Unique unique) {

    static final String NAME = "name";

    /** Empty for a type whose entities can have the same name, or none. */
    static Optional<Naming> of(EntityType target) {
        return target.uniques().stream()
                .filter(unique -> unique.field().equals(NAME))
                .findFirst()
                .map(unique -> new Naming(target, unique));
    }

    /** The key of the unique value; of a tree it is that of a root. */
    String key(String name) {
        return unique.key(new Document(NAME, name)).orElseThrow();
    }

    /** Whether entities in different places (siblings of different parents) can have the same name. */
    boolean isScoped() {
        return unique.fields().size() > 1;
    }

    /** Whether a name is all that an entity needs. */
    boolean isEnough() {
        return target.fields().values().stream()
                .allMatch(field -> field.name().equals(NAME)
                        || !field.isRequired()
                        || field.fallback().isPresent());
    }
}
