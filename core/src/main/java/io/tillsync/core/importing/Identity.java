package io.tillsync.core.importing;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Unique;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** By which of its values a row finds the entity that it is about: the type's unique ones, codes that people scan or type first. */
final class Identity {

    private final List<Unique> uniques;

    Identity(EntityType type) {
        this.uniques = type.uniques().stream()
                .sorted(Comparator.comparingInt(unique -> rank(type, unique)))
                .toList();
    }

    private static int rank(EntityType type, Unique unique) {
        int place = type.codes().indexOf(unique.field());
        return place >= 0 ? place : type.codes().size();
    }

    /** The keys of the values that the fields hold, the one that decides first. */
    List<String> keys(Map<String, Object> fields) {
        Document given = new Document(fields);
        return uniques.stream().flatMap(unique -> unique.key(given).stream()).toList();
    }

    /**
     * Whether the fields are those of the entity: the first value that both have is the same. So a row whose sku is found is not taken for
     * a product that has another barcode, but for one that has none yet.
     */
    boolean isOf(Map<String, Object> fields, Document state) {
        Document given = new Document(fields);
        for (Unique unique : uniques) {
            Optional<String> wanted = unique.key(given);
            Optional<String> present = unique.key(state);
            if (wanted.isPresent() && present.isPresent()) {
                return wanted.equals(present);
            }
        }
        return false;
    }
}
