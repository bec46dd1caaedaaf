package io.tillsync.core.write;

import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Unique;
import io.tillsync.core.write.View.EntityKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** What the judgement of a batch will ask for, as far as its requests tell, so that it is loaded with few questions. */
record Preload(Set<EntityKey> entities, Set<String> uniqueValues) {

    static Preload of(List<ChangeRequest> requests, EntityTypes types) {
        Preload preload = new Preload(new HashSet<>(), new HashSet<>());
        for (ChangeRequest request : requests) {
            for (Edit edit : request.edits()) {
                preload.add(edit, types.get(edit.type()));
            }
        }
        return preload;
    }

    private void add(Edit edit, EntityType type) {
        entities.add(new EntityKey(edit.type(), edit.id()));
        type.references().forEach((field, reference) -> {
            if (edit.fields().get(field) instanceof String id && EntityId.isValid(id)) {
                entities.add(new EntityKey(reference.type(), id));
            }
        });
        Document given = new Document();
        edit.fields().forEach((name, value) -> {
            if (value instanceof String) {
                given.append(name, value);
            }
        });
        for (Unique unique : type.uniques()) {
            unique.key(given).ifPresent(uniqueValues::add);
        }
    }

    void into(View view) {
        view.load(entities, uniqueValues);
    }
}
