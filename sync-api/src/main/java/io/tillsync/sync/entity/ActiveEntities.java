package io.tillsync.sync.entity;

import io.tillsync.core.read.Entities;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.SystemFields;
import io.tillsync.sync.call.EntityCall;
import io.tillsync.sync.call.WriteRefusals;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Finds the entity that a call is about, or refuses the call. */
@Component
class ActiveEntities {

    private final Entities entities;

    ActiveEntities(Entities entities) {
        this.entities = entities;
    }

    /** The state, a tombstone too. */
    Document any(EntityCall call, String id) {
        return Optional.of(id)
                .filter(EntityId::isValid)
                .flatMap(valid -> entities.find(call.log(), call.type(), valid))
                .orElseThrow(() -> WriteRefusals.notFound().toException());
    }

    /** The state of an entity that is not deleted. */
    Document active(EntityCall call, String id) {
        Document state = any(call, id);
        if (!SystemFields.isActive(state)) {
            throw WriteRefusals.deleted(SystemFields.version(state)).toException();
        }
        return state;
    }
}
