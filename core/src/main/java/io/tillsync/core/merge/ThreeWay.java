package io.tillsync.core.merge;

import io.tillsync.core.type.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * What two sides made of the same base, field by field.
 *
 * @param merged the server's content with the client's changes, where they do not conflict
 * @param differences the fields that either side changed, in the order of the contents
 */
public record ThreeWay(Document merged, List<FieldDifference> differences) {

    /** Compares contents: documents of an entity's own fields. */
    public static ThreeWay compare(Document base, Document server, Document client) {
        Set<String> names = new LinkedHashSet<>(base.keySet());
        names.addAll(server.keySet());
        names.addAll(client.keySet());
        Document merged = new Document();
        List<FieldDifference> differences = new ArrayList<>();
        for (String name : names) {
            Optional<Object> before = value(base, name);
            Optional<Object> theirs = value(server, name);
            Optional<Object> ours = value(client, name);
            boolean changedByClient = !same(before, ours);
            (changedByClient ? ours : theirs).ifPresent(value -> merged.append(name, value));
            if (changedByClient || !same(before, theirs)) {
                boolean conflicting = changedByClient && !same(before, theirs) && !same(theirs, ours);
                differences.add(new FieldDifference(name, before, ours, theirs, conflicting));
            }
        }
        return new ThreeWay(merged, List.copyOf(differences));
    }

    /** Compares two contents whose common base is unknown: all that differs conflicts. */
    public static ThreeWay withoutBase(Document server, Document client) {
        List<FieldDifference> differences = compare(server, server, client).differences().stream()
                .map(field -> new FieldDifference(field.name(), Optional.empty(), field.client(), field.server(), true))
                .toList();
        return new ThreeWay(server, differences);
    }

    /** Whether no field was changed by both sides to different values. */
    public boolean isMergeable() {
        return differences.stream().noneMatch(FieldDifference::conflicting);
    }

    /** The names of the fields whose values differ between two contents. */
    public static List<String> changed(Document before, Document after) {
        return compare(before, before, after).differences().stream()
                .map(FieldDifference::name)
                .toList();
    }

    private static Optional<Object> value(Document content, String name) {
        return Optional.ofNullable(content.get(name));
    }

    private static boolean same(Optional<Object> one, Optional<Object> other) {
        return one.isPresent() ? other.isPresent() && Field.same(one.get(), other.get()) : other.isEmpty();
    }
}
