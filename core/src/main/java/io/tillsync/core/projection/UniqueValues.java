package io.tillsync.core.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.GuardedWrites;
import io.tillsync.audit.log.LogId;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Who holds each unique value, in the collection {@code unique-values}. A value that was given up stays, held by nobody since that
 * commit: so a process that projects an older commit late cannot bring the former holder back.
 */
final class UniqueValues {

    private final MongoCollection<Document> values;
    private final EntityTypes types;

    UniqueValues(MongoDatabase database, EntityTypes types) {
        this.values = database.getCollection("unique-values");
        this.types = types;
    }

    void project(List<Commit> batch) {
        SortedMap<String, Document> current = new TreeMap<>();
        for (Commit commit : batch) {
            for (Change change : commit.changes()) {
                freed(change).forEach(key -> current.put(commit.log().key(key), held(commit)));
            }
            for (Change change : commit.changes()) {
                claimed(change)
                        .forEach(key ->
                                current.put(commit.log().key(key), held(commit).append("holder", change.entityId())));
            }
        }
        GuardedWrites.keepNewest(values, current);
    }

    private static Document held(Commit commit) {
        return new Document("seq", commit.seq().value());
    }

    private Set<String> freed(Change change) {
        Set<String> freed = new HashSet<>(keysBefore(change));
        freed.removeAll(keysAfter(change));
        return freed;
    }

    private Set<String> claimed(Change change) {
        Set<String> claimed = new HashSet<>(keysAfter(change));
        claimed.removeAll(keysBefore(change));
        return claimed;
    }

    private Set<String> keysBefore(Change change) {
        return change.op().findsActive()
                ? change.before()
                        .map(before -> keys(change.entityType(), before))
                        .orElseGet(Set::of)
                : Set.of();
    }

    private Set<String> keysAfter(Change change) {
        return change.op().leavesActive() ? keys(change.entityType(), change.after()) : Set.of();
    }

    private Set<String> keys(String typeName, Document state) {
        return types.find(typeName).map(EntityType::uniques).orElse(List.of()).stream()
                .flatMap(unique -> unique.key(state).stream())
                .collect(Collectors.toSet());
    }

    Map<String, String> holders(LogId log, Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<String> ids = keys.stream().distinct().map(log::key).sorted().toList();
        Map<String, String> holders = new HashMap<>();
        for (Document document : values.find(Filters.in("_id", ids))) {
            String holder = document.get("current", Document.class).getString("holder");
            if (holder != null) {
                holders.put(log.keyOf(document.getString("_id")), holder);
            }
        }
        return holders;
    }

    void deleteAll(Bson filter) {
        values.deleteMany(filter);
    }
}
