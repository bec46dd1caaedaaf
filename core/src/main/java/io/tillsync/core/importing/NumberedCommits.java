package io.tillsync.core.importing;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.Home;
import io.tillsync.core.write.LogWriters;
import io.tillsync.core.write.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The commits of one import in one log. Their operations are numbered without a gap, {@code import:<id>:<n>}: so those are found that the
 * job's own record did not live to know of, and of two processes that both believe to run the job only one gets on.
 */
final class NumberedCommits {

    private final LogWriters writers;
    private final Home home;
    private final String importId;
    private final Actor actor;
    private final String run;
    private long next;

    /**
     * Continues where a job's record ends.
     *
     * @param run who writes: another run's commits are not taken for this one's
     */
    NumberedCommits(LogWriters writers, Home home, String importId, Actor actor, String run, long next) {
        this.writers = writers;
        this.home = home;
        this.importId = importId;
        this.actor = actor;
        this.run = run;
        this.next = next;
    }

    static String operationId(String importId, long number) {
        return "import:" + importId + ":" + number;
    }

    Home home() {
        return home;
    }

    long next() {
        return next;
    }

    /**
     * Writes edits that stand for themselves as one commit; none where nothing changes.
     *
     * @throws LeaseLost where another run has made the commit of this number
     */
    List<Outcome> write(List<Edit> edits, Optional<String> note) {
        if (edits.isEmpty()) {
            return List.of();
        }
        Operation operation = new Operation(operationId(importId, next), run);
        List<Outcome> outcomes = writers.write(
                        new ChangeRequest(home, actor, Origin.IMPORT, operation, Optional.empty(), note, true, edits))
                .outcomes();
        if (outcomes.contains(new Outcome.OperationMismatch())) {
            throw new LeaseLost(importId);
        }
        if (outcomes.stream().anyMatch(Outcome.Applied.class::isInstance)) {
            next++;
        }
        return outcomes;
    }

    /** What an earlier run has done beyond the job's record; it is taken for done from then on. The log has to be caught up with. */
    List<Change> takeUnrecorded(Commits commits) {
        List<Change> changes = new ArrayList<>();
        for (Optional<Commit> commit = find(commits); commit.isPresent(); commit = find(commits)) {
            changes.addAll(commit.get().changes());
            next++;
        }
        return changes;
    }

    private Optional<Commit> find(Commits commits) {
        return commits.find(home.log(), operationId(importId, next));
    }
}
