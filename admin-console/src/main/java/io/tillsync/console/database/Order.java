package io.tillsync.console.database;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sorts documents as MongoDB does, by values that are looked up once for each document. */
record Order(List<Key> keys) {

    /**
     * A field to sort by.
     *
     * @param path its name and those of the documents around it, the outermost first
     */
    record Key(String name, List<String> path, boolean isDescending) {

        @Nullable
        Object of(Document document) {
            Object value = document;
            for (String part : path) {
                if (!(value instanceof Document inner) || !inner.containsKey(part)) {
                    return Utils.getSubdocumentValueCollectionAware(document, name);
                }
                value = inner.get(part);
            }
            return value;
        }

        int compare(@Nullable Object one, @Nullable Object other) {
            return (isDescending ? ValueComparator.desc() : ValueComparator.asc()).compare(one, other);
        }
    }

    private record Keyed(Document document, List<@Nullable Object> values) {}

    /** Whether this is about fields, and not about the order in which documents came. */
    static boolean isByFields(@Nullable Document orderBy) {
        return orderBy != null && !orderBy.isEmpty() && !orderBy.containsKey("$natural");
    }

    static Order of(Document orderBy) {
        List<Key> keys = new ArrayList<>();
        orderBy.forEach((name, direction) -> keys.add(new Key(
                name, List.of(name.split("\\.")), direction instanceof Number number && number.intValue() < 0)));
        return new Order(keys);
    }

    List<Document> sort(Stream<Document> documents) {
        return documents
                .map(this::keyed)
                .sorted(comparator())
                .map(Keyed::document)
                .toList();
    }

    private Keyed keyed(Document document) {
        List<@Nullable Object> values = new ArrayList<>(keys.size());
        keys.forEach(key -> values.add(key.of(document)));
        return new Keyed(document, values);
    }

    private Comparator<Keyed> comparator() {
        return (one, other) -> {
            for (int i = 0; i < keys.size(); i++) {
                int difference =
                        keys.get(i).compare(one.values().get(i), other.values().get(i));
                if (difference != 0) {
                    return difference;
                }
            }
            return 0;
        };
    }
}
