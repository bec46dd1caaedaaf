package io.tillsync.core.type;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.bson.Document;

/**
 * One declaration of everything that Tillsync has to know of a kind of entity; calls, sync, forms, indexes and documents follow from it.
 *
 * @param name plural, as on the wire
 * @param singular as in the names of events
 * @param words the fields that a text search looks into
 * @param codes the fields that a text search finds by their exact value
 * @param merges whether edits of different fields, based on the same version, are merged without being asked to
 * @param staleAfter how long a client may show an entity without asking
 * @param cachedFor how long an answer that holds such entities may be kept; it is checked before each use, so that this only bounds what
 *     is kept in vain
 */
public record EntityType(
        String name,
        String singular,
        Level level,
        SequencedMap<String, Field> fields,
        List<Unique> uniques,
        List<String> words,
        List<String> codes,
        boolean merges,
        TillScope tills,
        Writers writers,
        Duration staleAfter,
        Duration cachedFor) {

    public static EntityTypeBuilder named(String name, String singular, Level level) {
        return new EntityTypeBuilder(name, singular, level);
    }

    public Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The fields that point to other entities, with the type that each points to. */
    public Map<String, Kind.Reference> references() {
        Map<String, Kind.Reference> references = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            if (field.kind() instanceof Kind.Reference reference) {
                references.put(name, reference);
            }
        });
        return references;
    }

    /** The own fields of a state, also those that only a newer version of this type knows. */
    public static Document content(Document state) {
        Document content = new Document(state);
        content.keySet().removeAll(SystemFields.NAMES);
        return content;
    }
}
