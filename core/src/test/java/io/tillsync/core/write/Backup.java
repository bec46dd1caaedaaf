package io.tillsync.core.write;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.tillsync.audit.log.LogId;

/** Does to a log what restoring an older backup does. */
public final class Backup {

    private Backup() {}

    /** Takes away all commits after a position; what follows from them stays, as in a backup that was not taken at one moment. */
    public static void cut(MongoDatabase database, LogId log, long seq) {
        database.getCollection("commits")
                .deleteMany(Filters.and(Filters.eq("log", log.value()), Filters.gt("seq", seq)));
    }
}
