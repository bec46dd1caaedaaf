package io.tillsync.core.importing;

import io.tillsync.audit.log.Change;
import io.tillsync.core.merge.ThreeWay;
import io.tillsync.core.type.ContentCheck;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * What a run that died has written but not recorded. Its rows are counted as what they were then, whatever has become of their entities
 * since, and are not written again: that would undo what somebody has edited in the meantime. What a row names is not compared: the name
 * can have gone to another entity since.
 */
final class Replay {

    private final EntityType type;
    private final Rules rules;
    private final Identity identity;
    private final EntityIds ids;
    private final Map<String, List<Change>> changes = new HashMap<>();
    private final Map<String, String> idsByKey = new HashMap<>();
    private final Set<String> stocked = new HashSet<>();

    Replay(EntityType type, Rules rules, EntityIds ids, List<Change> made, List<Change> stock) {
        this.type = type;
        this.rules = rules;
        this.identity = new Identity(type);
        this.ids = ids;
        made.stream().filter(change -> change.entityType().equals(type.name())).forEach(change -> {
            changes.computeIfAbsent(change.entityId(), id -> new ArrayList<>()).add(change);
            identity.keys(change.after()).forEach(key -> idsByKey.putIfAbsent(key, change.entityId()));
        });
        stock.forEach(change -> stocked.add(change.entityId()));
    }

    /** What was done for a row; empty where it has to be done yet. */
    Optional<Done> take(Entry entry) {
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        return candidate(entry).flatMap(id -> {
            List<Change> left = changes.getOrDefault(id, List.of());
            Optional<Change> made =
                    left.stream().findFirst().filter(change -> saysWhat(entry, EntityType.content(change.after())));
            made.ifPresent(left::remove);
            return made.map(change -> new Done(entry.given(), id, effect(change)));
        });
    }

    private Optional<String> candidate(Entry entry) {
        String created = ids.of(entry.row());
        return entry.given()
                .id()
                .or(() -> changes.containsKey(created)
                        ? Optional.of(created)
                        : identity.keys(entry.fields()).stream()
                                .filter(idsByKey::containsKey)
                                .findFirst()
                                .map(idsByKey::get));
    }

    private boolean saysWhat(Entry entry, Document after) {
        Document wanted =
                ContentCheck.patched(type, after, entry.fields(), rules).content();
        return ThreeWay.changed(after, wanted).isEmpty();
    }

    private static Done.Effect effect(Change change) {
        return change.op() == Change.Op.CREATED ? Done.Effect.CREATED : Done.Effect.UPDATED;
    }

    /** Whether the entity's stock was set, which is so for one row only. */
    boolean takeStocked(String id) {
        return stocked.remove(id);
    }
}
