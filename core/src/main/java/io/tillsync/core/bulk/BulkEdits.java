package io.tillsync.core.bulk;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.LogId;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Entities;
import io.tillsync.core.trace.RequestIds;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.Home;
import io.tillsync.core.write.LogWriters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Edits many entities at once: in the background, in commits of some hundred each. An edit never overwrites what somebody has changed since it
 * was previewed; it is safe to start it again from the same preview.
 */
@Component
public class BulkEdits {

    private static final Logger LOG = LoggerFactory.getLogger(BulkEdits.class);
    private static final int SAMPLES = 10;

    /** Each batch is written down; none takes nearly as long. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Entities entities;
    private final Feeds feeds;
    private final Commits commits;
    private final EntityTypes types;
    private final LogWriters writers;
    private final BulkJobs jobs;
    private final Clock clock;

    public BulkEdits(
            MongoDatabase database,
            Entities entities,
            Feeds feeds,
            Commits commits,
            EntityTypes types,
            LogWriters writers,
            Clock clock) {
        this.entities = entities;
        this.feeds = feeds;
        this.commits = commits;
        this.types = types;
        this.writers = writers;
        this.jobs = new BulkJobs(database);
        this.clock = clock;
    }

    /** Makes the index by which old records are thrown away. */
    public static void createIndexes(MongoDatabase database) {
        new BulkJobs(database).createIndexes();
    }

    /** What an edit would do, without doing it. */
    public Preview preview(LogId log, EntityType type, Selection selection, BulkEdit edit) {
        long asOf = feeds.head(log).seq().value();
        List<Preview.Sample> first = new ArrayList<>();
        long[] counts = new long[2];
        each(log, type, selection, state -> {
            counts[0]++;
            edit.of(state).filter(value -> isChange(edit.field(), state, value)).ifPresent(value -> {
                counts[1]++;
                if (first.size() < SAMPLES) {
                    first.add(new Preview.Sample(state, value));
                }
            });
        });
        return new Preview(List.copyOf(first), counts[0], counts[1], asOf);
    }

    private static boolean isChange(Field field, Document state, BulkEdit.Value value) {
        @Nullable Object before = state.get(field.name());
        @Nullable Object after = value.value();
        return (before == null || after == null) ? !Objects.equals(before, after) : !Field.same(before, after);
    }

    private void each(LogId log, EntityType type, Selection selection, Consumer<Document> action) {
        switch (selection) {
            case Selection.Ids chosen ->
                entities.find(log, type, chosen.ids()).values().stream()
                        .filter(SystemFields::isActive)
                        .forEach(action);
            case Selection.Matching matching -> entities.each(log, type, matching.query(), action);
        }
    }

    /**
     * Starts an edit.
     *
     * @param preview what it rests on: entities that were changed behind it are left alone
     * @return its id
     */
    public String start(
            Home home,
            Actor actor,
            String jobId,
            EntityType type,
            Selection selection,
            BulkEdit edit,
            Preview preview) {
        return run(
                home,
                actor,
                "bulk-edit",
                jobId,
                type,
                preview.total(),
                run ->
                        // First all ids, then the edits: an edit can move an entity in or out of what the query finds.
                        planned(home.log(), type, selection, edit, preview.asOf(), run)
                                .forEach(run::add));
    }

    private List<Edit> planned(LogId log, EntityType type, Selection selection, BulkEdit edit, long asOf, BulkRun run) {
        List<Edit> edits = new ArrayList<>();
        each(log, type, selection, state -> {
            String id = SystemFields.id(state);
            Optional<BulkEdit.Value> value = edit.of(state).filter(after -> isChange(edit.field(), state, after));
            if (value.isEmpty()) {
                run.leaveSame();
            } else if (SystemFields.seq(state) > asOf) {
                run.leaveNewer(id);
            } else {
                edits.add(patch(
                        type,
                        id,
                        SystemFields.version(state),
                        edit.field().name(),
                        value.get().value()));
            }
        });
        return edits;
    }

    private static Edit patch(EntityType type, String id, long version, String field, @Nullable Object value) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(field, value);
        return new Edit.Patch(type.name(), id, Base.version(version), fields);
    }

    /**
     * Takes an edit back where nothing has moved on since.
     *
     * @return the id of the job that does so; empty where there is no such edit, or it is not over
     */
    public Optional<String> undo(Home home, Actor actor, String jobId, String undoId) {
        return find(home.log(), jobId).filter(BulkJob::isOver).map(job -> {
            EntityType type = types.get(job.type());
            return run(home, actor, "bulk-undo", undoId, type, job.changed(), run -> {
                for (int number = 0; number < job.batches(); number++) {
                    commits.find(home.log(), BulkRun.operation(jobId, number)).stream()
                            .flatMap(commit -> commit.changes().stream())
                            .forEach(change -> run.add(before(type, change)));
                }
            });
        });
    }

    private static Edit before(EntityType type, Change change) {
        Document before = change.before().orElseGet(Document::new);
        Map<String, @Nullable Object> fields = new HashMap<>();
        change.changed().forEach(name -> fields.put(name, before.get(name)));
        return new Edit.Patch(type.name(), change.entityId(), Base.version(change.syncVersion()), fields);
    }

    private String run(
            Home home, Actor actor, String event, String jobId, EntityType type, long total, Consumer<BulkRun> work) {
        BulkJob job = new BulkJob(
                jobId, type.name(), BulkJob.State.RUNNING, total, 0, 0, 0, 0, 0, List.of(), clock.instant());
        jobs.save(home.log(), job);
        BulkRun run = new BulkRun(writers, jobs, clock, home, actor, event, job);
        Thread.ofVirtual().name("bulk-edit-" + jobId).start(RequestIds.carried(() -> {
            try {
                work.accept(run);
                run.end(BulkJob.State.DONE);
            } catch (RuntimeException e) {
                LOG.warn("Edit {} of many has stopped", jobId, e);
                run.fail();
            }
        }));
        return jobId;
    }

    /** How far an edit is; one that nothing was heard of for long has failed, since its process is gone. */
    public Optional<BulkJob> find(LogId log, String jobId) {
        Instant longAgo = clock.instant().minus(PATIENCE);
        return jobs.find(log, jobId).map(job -> job.at().isBefore(longAgo) ? job.stopped() : job);
    }
}
