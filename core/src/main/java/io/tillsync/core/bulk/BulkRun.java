package io.tillsync.core.bulk;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.Home;
import io.tillsync.core.write.LogWriters;
import io.tillsync.core.write.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes edits in batches, each of which is a commit, and keeps the record of it. */
final class BulkRun {

    /** So small that a commit of long texts stays far below what one document can hold. */
    static final int BATCH = 200;

    private final LogWriters writers;
    private final BulkJobs jobs;
    private final Clock clock;
    private final Home home;
    private final Actor actor;
    private final String event;
    private final List<Edit> waiting = new ArrayList<>();
    private BulkJob job;

    BulkRun(LogWriters writers, BulkJobs jobs, Clock clock, Home home, Actor actor, String event, BulkJob job) {
        this.writers = writers;
        this.jobs = jobs;
        this.clock = clock;
        this.home = home;
        this.actor = actor;
        this.event = event;
        this.job = job;
    }

    /** The id of the operation that made the commit of a number. */
    static String operation(String jobId, int number) {
        return "bulk:" + jobId + ":" + number;
    }

    void add(Edit edit) {
        waiting.add(edit);
        if (waiting.size() == BATCH) {
            write();
        }
    }

    /** Leaves one alone that somebody has changed meanwhile. */
    void leaveNewer(String id) {
        job = count(1, 0, 1, 0, List.of(id), job.batches());
    }

    void leaveSame() {
        job = count(1, 0, 0, 0, List.of(), job.batches());
    }

    void end(BulkJob.State state) {
        write();
        save(state);
    }

    void fail() {
        save(BulkJob.State.FAILED);
    }

    private void write() {
        if (waiting.isEmpty()) {
            return;
        }
        int number = job.batches();
        job = count(0, 0, 0, 0, List.of(), number + 1);
        save(
                BulkJob.State
                        .RUNNING); // Before it is written, so that what is to be taken back is known whatever happens.
        ChangeRequest request = new ChangeRequest(
                home,
                actor,
                Origin.CONSOLE,
                new Operation(operation(job.id(), number), job.id()),
                Optional.of(event),
                Optional.empty(),
                true,
                List.copyOf(waiting));
        List<Outcome> outcomes = writers.write(request).outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            count(outcomes.get(i), waiting.get(i).id());
        }
        waiting.clear();
        save(BulkJob.State.RUNNING);
    }

    private void count(Outcome outcome, String id) {
        job = switch (outcome) {
            case Outcome.Applied applied -> count(1, 1, 0, 0, List.of(), job.batches());
            case Outcome.Unchanged unchanged -> count(1, 0, 0, 0, List.of(), job.batches());
            case Outcome.VersionConflict conflict -> count(1, 0, 1, 0, List.of(id), job.batches());
            case Outcome.Gone gone -> count(1, 0, 1, 0, List.of(id), job.batches());
            default -> count(1, 0, 0, 1, List.of(id), job.batches());
        };
    }

    private BulkJob count(int done, int changed, int newer, int refused, List<String> leftAlone, int batches) {
        List<String> all = new ArrayList<>(job.leftAlone());
        leftAlone.stream()
                .limit(Math.max(0, BulkJob.MOST_LEFT_ALONE - all.size()))
                .forEach(all::add);
        return new BulkJob(
                job.id(),
                job.type(),
                job.state(),
                job.total(),
                job.done() + done,
                batches,
                job.changed() + changed,
                job.newer() + newer,
                job.refused() + refused,
                List.copyOf(all),
                clock.instant());
    }

    private void save(BulkJob.State state) {
        job = new BulkJob(
                job.id(),
                job.type(),
                state,
                job.total(),
                job.done(),
                job.batches(),
                job.changed(),
                job.newer(),
                job.refused(),
                job.leftAlone(),
                clock.instant());
        jobs.save(home.log(), job);
    }
}
