package io.tillsync.audit.log;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.bson.Document;

/**
 * Writes of what follows from a log, which may come late, twice, or from several processes at once, and never put an older state over a
 * newer one.
 *
 * <p>Each document is {@code {_id, current: {seq, …}}}, written by {@code $max} on {@code current}: documents compare field by field, so
 * the one of the greater {@code seq} stays (MongoDB manual, "Comparison/Sort Order", Object). The guard thus needs no filter but the
 * {@code _id}, and is one atomic step on every server.
 */
public final class GuardedWrites {

    private static final int DUPLICATE_KEY = 11000;

    private GuardedWrites() {}

    /**
     * Writes each value unless the document of that id already holds one of a greater {@code seq}.
     *
     * @param currentById by {@code _id}; each value's first field is {@code seq}
     */
    public static void keepNewest(MongoCollection<Document> collection, SortedMap<String, Document> currentById) {
        List<WriteModel<Document>> writes = new ArrayList<>(currentById.size());
        currentById.forEach((id, current) -> {
            if (!"seq".equals(current.keySet().iterator().next())) {
                throw new IllegalArgumentException("The first field guards the write and must be seq: " + current);
            }
            writes.add(new UpdateOneModel<>(
                    Filters.eq("_id", id),
                    new Document("$max", new Document("current", current)),
                    new UpdateOptions().upsert(true)));
        });
        run(collection, writes, new BulkWriteOptions().ordered(false));
    }

    /** Runs upserts by {@code _id}; one that met a document just made by another process is repeated once, as an update. */
    static void run(MongoCollection<Document> collection, List<WriteModel<Document>> writes, BulkWriteOptions options) {
        if (writes.isEmpty()) {
            return;
        }
        try {
            collection.bulkWrite(writes, options);
        } catch (MongoBulkWriteException e) {
            boolean onlyRaces = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
            if (!onlyRaces) {
                throw e;
            }
            collection.bulkWrite(
                    e.getWriteErrors().stream()
                            .map(error -> writes.get(error.getIndex()))
                            .toList(),
                    options);
        }
    }
}
