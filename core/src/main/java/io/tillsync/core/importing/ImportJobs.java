package io.tillsync.core.importing;

import static io.tillsync.core.importing.ImportJobDocuments.ofState;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.States;
import io.tillsync.core.importing.ImportJob.Failure;
import io.tillsync.core.importing.ImportJob.State;
import io.tillsync.core.importing.ImportJob.Undo;
import io.tillsync.core.type.EntityId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The jobs, in the collection {@code import-jobs}. One is run by one process at a time, as long as that is heard of: it holds a lease and
 * renews it with all that it records. A process that was silent for too long can record no more.
 */
final class ImportJobs {

    private static final long KEPT_DAYS = 90;
    private static final int MOST_COUNTED = 1_000;

    private final MongoCollection<Document> jobs;
    private final Duration lease;
    private final Clock clock;

    ImportJobs(MongoDatabase database, ImportProperties properties, Clock clock) {
        this.jobs = database.withCodecRegistry(States.CODECS).getCollection("import-jobs");
        this.lease = properties.lease();
        this.clock = clock;
    }

    /**
     * A job that this process runs.
     *
     * @param run names this run among all of all processes
     */
    record Claimed(Task task, Progress progress, String run) {}

    /** Adds a job unless there is one of that id, which is given then. */
    Optional<Document> add(Task task) {
        try {
            jobs.insertOne(ImportJobDocuments.ofTask(task)
                    .append("state", ofState(State.QUEUED))
                    .append("leasedUntil", Instant.EPOCH)
                    .append("progress", ImportJobDocuments.ofProgress(Progress.NONE)));
            return Optional.empty();
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return find(task.id());
            }
            throw e;
        }
    }

    Optional<Document> find(String id) {
        return Optional.ofNullable(jobs.find(Filters.eq("_id", id)).first());
    }

    List<Document> of(LogId business, int limit) {
        return jobs.find(Filters.eq("business", business.value()))
                .sort(Sorts.descending("startedAt"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /**
     * Begins to undo a job that is over, or goes on where that was begun and is not heard of any more.
     *
     * @return whether it is this caller who has to do it
     */
    boolean beginUndo(String id) {
        Instant now = clock.instant();
        Bson over = Filters.and(
                Filters.eq("_id", id),
                Filters.in("state", ofState(State.DONE), ofState(State.FAILED)),
                Filters.or(
                        Filters.exists("undo", false),
                        Filters.and(
                                Filters.eq("undo.state", ofState(State.RUNNING)),
                                Filters.lte("undo.leasedUntil", now))));
        return jobs.updateOne(over, undone(new Undo(State.RUNNING, 0, 0))).getModifiedCount() == 1;
    }

    void saveUndo(String id, Undo undo) {
        jobs.updateOne(Filters.eq("_id", id), undone(undo));
    }

    private Bson undone(Undo undo) {
        return Updates.set(
                "undo",
                ImportJobDocuments.ofUndo(undo)
                        .append("leasedUntil", clock.instant().plus(lease)));
    }

    /** What is to be done; of very many jobs, of some. */
    UnderWay underWay() {
        UnderWay all = UnderWay.NOTHING;
        for (Document job : jobs.find(Filters.in("state", ofState(State.QUEUED), ofState(State.RUNNING)))
                .projection(Projections.include("state", "progress"))
                .limit(MOST_COUNTED)) {
            all = all.and(ImportJobDocuments.state(job), ImportJobDocuments.progress(job));
        }
        return all;
    }

    /** The oldest job that waits, or whose process is no longer heard of; empty where there is none. */
    Optional<Claimed> claim() {
        String run = EntityId.create().value();
        Instant now = clock.instant();
        Bson free = Filters.and(
                Filters.in("state", ofState(State.QUEUED), ofState(State.RUNNING)), Filters.lte("leasedUntil", now));
        Bson taken = Updates.combine(
                Updates.set("state", ofState(State.RUNNING)),
                Updates.set("run", run),
                Updates.set("leasedUntil", now.plus(lease)));
        FindOneAndUpdateOptions oldest =
                new FindOneAndUpdateOptions().sort(Sorts.ascending("startedAt")).returnDocument(ReturnDocument.AFTER);
        return Optional.ofNullable(jobs.findOneAndUpdate(free, taken, oldest))
                .map(job -> new Claimed(ImportJobDocuments.task(job), ImportJobDocuments.progress(job), run));
    }

    /**
     * Records how far a job has come, and keeps it for this process.
     *
     * @throws LeaseLost where another process has it
     */
    void save(Claimed job, Progress progress) {
        update(
                job,
                Updates.combine(
                        Updates.set("progress", ImportJobDocuments.ofProgress(progress)),
                        Updates.set("leasedUntil", clock.instant().plus(lease))));
    }

    void keep(Claimed job) {
        update(job, Updates.set("leasedUntil", clock.instant().plus(lease)));
    }

    /** Leaves a job to whoever wants it, after a while. */
    void release(Claimed job, Duration after) {
        update(job, Updates.set("leasedUntil", clock.instant().plus(after)));
    }

    void done(Claimed job) {
        update(
                job,
                Updates.combine(Updates.set("state", ofState(State.DONE)), Updates.set("finishedAt", clock.instant())));
    }

    void failed(Claimed job, Failure error) {
        update(
                job,
                Updates.combine(
                        Updates.set("state", ofState(State.FAILED)),
                        Updates.set("finishedAt", clock.instant()),
                        Updates.set("error", new Document("line", error.line()).append("message", error.message()))));
    }

    private void update(Claimed job, Bson change) {
        String id = job.task().id();
        Bson own = Filters.and(Filters.eq("_id", id), Filters.eq("run", job.run()));
        if (jobs.updateOne(own, change).getMatchedCount() == 0) {
            throw new LeaseLost(id);
        }
    }

    void createIndexes() {
        jobs.createIndex(Indexes.ascending("state", "leasedUntil"));
        jobs.createIndex(Indexes.compoundIndex(Indexes.ascending("business"), Indexes.descending("startedAt")));
        jobs.createIndex(Indexes.ascending("startedAt"), new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }
}
