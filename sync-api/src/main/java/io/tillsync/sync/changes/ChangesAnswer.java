package io.tillsync.sync.changes;

import io.tillsync.core.read.Changes;
import io.tillsync.core.read.TypeChanges;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.sync.call.EntityView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a till is told of changes.
 *
 * @param data by entity type: those with changes, and those asked for by name
 * @param serverTimestamp the time of the last commit covered, which can be sent back as {@code since}
 */
record ChangesAnswer(
        Map<String, Delta> data,
        String syncToken,
        Instant serverTimestamp,
        boolean hasChanges,
        boolean hasMore,
        int totalRecords) {

    /**
     * The changes of one type.
     *
     * @param total how many are active at the answer's token; absent where there is more to come
     */
    record Delta(
            List<EntityView> created,
            List<EntityView> updated,
            List<String> deleted,
            @Nullable Long total) {}

    static ChangesAnswer of(Changes.Page page, List<EntityType> named, EntityTypes types) {
        Map<String, Delta> data = new LinkedHashMap<>();
        page.changes().forEach((name, changes) -> data.put(name, ofType(types.get(name), changes, page.totals())));
        TypeChanges none = new TypeChanges(List.of(), List.of(), List.of());
        named.forEach(type -> data.computeIfAbsent(type.name(), name -> ofType(type, none, page.totals())));
        return new ChangesAnswer(
                data, page.token().encoded(), page.coveredUntil(), page.size() > 0, page.hasMore(), page.size());
    }

    private static Delta ofType(EntityType type, TypeChanges changes, Optional<Map<String, Long>> totals) {
        return new Delta(
                views(type, changes.created()),
                views(type, changes.updated()),
                changes.deleted(),
                totals.map(counts -> counts.getOrDefault(type.name(), 0L)).orElse(null));
    }

    private static List<EntityView> views(EntityType type, List<Document> states) {
        return states.stream().map(state -> new EntityView(type, state)).toList();
    }
}
