package io.tillsync.core.projection;

import com.mongodb.client.model.Indexes;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.Texts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What an entity is searched and sorted by, kept beside its state. */
final class SearchKeys {

    private SearchKeys() {}

    static void addTo(Document current, EntityType type, Document state) {
        if (!type.words().isEmpty()) {
            current.append("words", words(type, state));
        }
        List<Field> sorted = type.fields().values().stream()
                .filter(field -> field.sortable() && field.kind() instanceof Kind.Text)
                .toList();
        if (!sorted.isEmpty()) {
            Document keys = new Document();
            for (Field field : sorted) {
                if (state.get(field.name()) instanceof String text) {
                    keys.append(field.name(), Texts.folded(text));
                }
            }
            current.append("sort", keys);
        }
    }

    /** One for each way in which a list of the type can be asked for. */
    static List<Bson> indexes(EntityType type) {
        List<String> keys = new ArrayList<>();
        if (!type.words().isEmpty()) {
            keys.add("current.words");
        }
        type.codes().forEach(code -> keys.add("current.state." + code));
        for (Field field : type.fields().values()) {
            if (field.sortable()) {
                keys.add(Projections.sortKey(field));
            }
            if (field.filterable()) {
                keys.add("current.state." + field.name());
            }
        }
        return keys.stream()
                .distinct()
                .map(key -> Indexes.ascending("current.log", key, "_id"))
                .toList();
    }

    private static List<String> words(EntityType type, Document state) {
        List<String> words = new ArrayList<>();
        for (String name : type.words()) {
            if (state.get(name) instanceof String text) {
                words.addAll(Texts.words(text));
            }
        }
        return words;
    }
}
