package io.tillsync.audit.log;

import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * What a commit did to one entity. A commit has an entity at most once.
 *
 * @param before its state before; empty for one that is created
 * @param after its state after, also that of a deleted one (which carries when)
 * @param changed the names of the fields whose values differ, in the order of the state's fields
 */
public record Change(
        String entityType,
        String entityId,
        Op op,
        long syncVersion,
        Optional<Document> before,
        Document after,
        List<String> changed) {

    /** What happened to the entity. */
    public enum Op {
        CREATED,
        UPDATED,
        DELETED,
        RESTORED;

        /** Whether the entity is there for its readers after such a change. */
        public boolean leavesActive() {
            return this != DELETED;
        }

        /** Whether the entity was there for its readers before such a change. */
        public boolean findsActive() {
            return this == UPDATED || this == DELETED;
        }
    }
}
