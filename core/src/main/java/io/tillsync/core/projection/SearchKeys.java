package io.tillsync.core.projection;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.Texts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

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
