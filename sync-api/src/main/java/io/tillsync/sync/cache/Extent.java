package io.tillsync.sync.cache;

import io.tillsync.audit.log.Change;
import java.util.Optional;

/**
 * What an answer tells of a log: the entities of one type within a range of ids, also those that are not there. It holds as long as none
 * of them has changed.
 *
 * @param after the ids begin behind this one; empty for the first of all
 * @param to the last id; empty for the last of all
 */
public record Extent(String type, String after, Optional<String> to) {

    public static Extent all(String type) {
        return new Extent(type, "", Optional.empty());
    }

    /** Ids are ASCII: this order is the database's. */
    boolean has(Change change) {
        String id = change.entityId();
        return change.entityType().equals(type)
                && id.compareTo(after) > 0
                && to.map(last -> id.compareTo(last) <= 0).orElse(true);
    }
}
