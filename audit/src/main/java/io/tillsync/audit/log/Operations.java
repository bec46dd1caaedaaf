package io.tillsync.audit.log;

import static java.util.Comparator.comparing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Which commit each operation has made, for 90 days, in the collection {@code operations}; it follows from the log alone. */
public final class Operations {

    private static final long KEPT_DAYS = 90;

    private final MongoCollection<Document> operations;

    Operations(MongoDatabase database) {
        this.operations = database.getCollection("operations");
    }

    /** Remembers what the commits have done. Doing so again, or late, changes nothing. */
    public void record(List<Commit> commits) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Commit commit : commits.stream().sorted(comparing(Operations::key)).toList()) {
            writes.add(new UpdateOneModel<>(
                    Filters.eq("_id", key(commit)),
                    Updates.combine(Updates.set("seq", commit.seq().value()), Updates.set("at", commit.at())),
                    new UpdateOptions().upsert(true)));
        }
        GuardedWrites.run(operations, writes, new BulkWriteOptions().ordered(false));
    }

    /** The positions of the commits that the operations have made; one that has made none is left out. */
    public Map<String, Seq> find(LogId log, Collection<String> operationIds) {
        if (operationIds.isEmpty()) {
            return Map.of();
        }
        List<String> ids = operationIds.stream().map(log::key).sorted().toList();
        Map<String, Seq> found = new HashMap<>();
        for (Document document : operations.find(Filters.in("_id", ids))) {
            found.put(log.keyOf(document.getString("_id")), new Seq(document.getLong("seq")));
        }
        return found;
    }

    /** Forgets what the log's commits have done, for all of it to be recorded anew. */
    public void forgetAll() {
        operations.deleteMany(Filters.empty());
    }

    public void forget(LogId log) {
        operations.deleteMany(Filters.and(Filters.gt("_id", log.key("")), Filters.lt("_id", log.keyEnd())));
    }

    private static String key(Commit commit) {
        return commit.log().key(commit.operation().id());
    }

    void createIndexes() {
        operations.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }
}
