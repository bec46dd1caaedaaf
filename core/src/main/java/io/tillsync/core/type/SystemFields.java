package io.tillsync.core.type;

import io.tillsync.audit.log.States;
import java.time.Instant;
import java.util.Set;
import org.bson.Document;

/** What every state carries beside its type's own fields. */
public final class SystemFields {

    public static final String ID = "id";
    public static final String SYNC_VERSION = "syncVersion";
    /** Where in the log the entity was last changed. */
    public static final String SEQ = "seq";

    public static final String CREATED_AT = "createdAt";
    public static final String UPDATED_AT = "updatedAt";
    public static final String DELETED_AT = "deletedAt";
    /** On the wire only: the time of the last commit, which is {@link #UPDATED_AT}. */
    public static final String LAST_SYNCED_AT = "lastSyncedAt";
    /** Never on the wire: a digest of the content that the entity was created with, by which a repeated creation is known. */
    public static final String CREATED_AS = "createdAs";

    /** All of them: names that no type may give to a field of its own. */
    public static final Set<String> NAMES =
            Set.of(ID, SYNC_VERSION, SEQ, CREATED_AT, UPDATED_AT, DELETED_AT, LAST_SYNCED_AT, CREATED_AS);

    private SystemFields() {}

    public static String id(Document state) {
        return state.getString(ID);
    }

    public static long version(Document state) {
        return state.getLong(SYNC_VERSION);
    }

    public static long seq(Document state) {
        return state.getLong(SEQ);
    }

    public static boolean isActive(Document state) {
        return !state.containsKey(DELETED_AT);
    }

    public static Instant updatedAt(Document state) {
        return States.instant(state, UPDATED_AT);
    }
}
