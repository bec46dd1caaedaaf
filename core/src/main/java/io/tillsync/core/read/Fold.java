package io.tillsync.core.read;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Folds commits, given in order, to one entry for each entity: whether it was active before the first of them, and its last state. */
final class Fold {

    private final Set<String> wanted;
    private final int limit;
    private final Map<String, Map<String, Entry>> entries = new LinkedHashMap<>();
    private int size;

    private record Entry(boolean wasActive, Change last) {}

    Fold(Set<String> wanted, int limit) {
        this.wanted = wanted;
        this.limit = limit;
    }

    /**
     * Takes a whole commit in.
     *
     * @return false, having taken nothing, where that would exceed the limit; the first commit with entities is always taken
     */
    boolean add(Commit commit) {
        List<Change> changes = commit.changes().stream()
                .filter(change -> wanted.contains(change.entityType()))
                .toList();
        long added = changes.stream().filter(change -> !isKnown(change)).count();
        if (size > 0 && size + added > limit) {
            return false;
        }
        for (Change change : changes) {
            entries.computeIfAbsent(change.entityType(), type -> new LinkedHashMap<>())
                    .merge(
                            change.entityId(),
                            new Entry(change.op().findsActive(), change),
                            (first, next) -> new Entry(first.wasActive(), next.last()));
        }
        size += (int) added;
        return true;
    }

    private boolean isKnown(Change change) {
        return entries.getOrDefault(change.entityType(), Map.of()).containsKey(change.entityId());
    }

    Map<String, TypeChanges> byType() {
        Map<String, TypeChanges> byType = new LinkedHashMap<>();
        entries.forEach((type, ofType) -> byType.put(type, sorted(ofType)));
        return byType;
    }

    private static TypeChanges sorted(Map<String, Entry> entries) {
        List<Document> created = new ArrayList<>();
        List<Document> updated = new ArrayList<>();
        List<String> deleted = new ArrayList<>();
        entries.forEach((id, entry) -> {
            if (!entry.last().op().leavesActive()) {
                deleted.add(id);
            } else if (entry.wasActive()) {
                updated.add(entry.last().after());
            } else {
                created.add(entry.last().after());
            }
        });
        return new TypeChanges(List.copyOf(created), List.copyOf(updated), List.copyOf(deleted));
    }
}
