package io.tillsync.core.bulk;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.States;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The records of edits of many, in the collection {@code bulk-edits}: any process can tell how far one is. */
final class BulkJobs {

    private static final long KEPT_DAYS = 30;

    private final MongoCollection<Document> jobs;

    BulkJobs(MongoDatabase database) {
        this.jobs = database.withCodecRegistry(States.CODECS).getCollection("bulk-edits");
    }

    void save(LogId log, BulkJob job) {
        Document document = new Document("type", job.type())
                .append("state", job.state().name())
                .append("total", job.total())
                .append("done", job.done())
                .append("batches", job.batches())
                .append("changed", job.changed())
                .append("newer", job.newer())
                .append("refused", job.refused())
                .append("leftAlone", job.leftAlone())
                .append("at", job.at());
        jobs.replaceOne(Filters.eq("_id", log.key(job.id())), document, new ReplaceOptions().upsert(true));
    }

    Optional<BulkJob> find(LogId log, String id) {
        return Optional.ofNullable(jobs.find(Filters.eq("_id", log.key(id))).first())
                .map(document -> new BulkJob(
                        id,
                        document.getString("type"),
                        BulkJob.State.valueOf(document.getString("state")),
                        document.getLong("total"),
                        document.getLong("done"),
                        document.getInteger("batches"),
                        document.getLong("changed"),
                        document.getLong("newer"),
                        document.getLong("refused"),
                        document.getList("leftAlone", String.class),
                        States.instant(document, "at")));
    }

    void createIndexes() {
        jobs.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }
}
