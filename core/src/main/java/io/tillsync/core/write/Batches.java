package io.tillsync.core.write;

import io.tillsync.audit.log.Chain;
import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.Draft;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.write.Outcome.Applied;
import io.tillsync.core.write.Outcome.OperationMismatch;
import io.tillsync.core.write.Outcome.Result;
import io.tillsync.core.write.Outcome.Unchanged;
import io.tillsync.core.write.Outcome.Withheld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;

/** Judges the requests of a batch one after the other, each on what those before it leave, and makes their commits. */
final class Batches {

    private final Verdicts verdicts;
    private final Projections projections;
    private final Commits log;
    private final EntityTypes types;

    Batches(Verdicts verdicts, Projections projections, Commits log, EntityTypes types) {
        this.verdicts = verdicts;
        this.projections = projections;
        this.log = log;
        this.types = types;
    }

    /**
     * What a batch comes to at a head.
     *
     * @param commits to be appended behind that head
     * @param results one for each request; they hold once the commits are in the log
     */
    record Judged(List<Commit> commits, List<Result> results) {}

    Judged judge(List<ChangeRequest> requests, Head head, Instant now) {
        Home home = requests.getFirst().home();
        View view = View.of(home, projections, types);
        Preload.of(requests, types).into(view);
        return new Run(view, head, now, doneBefore(home, requests)).judge(requests);
    }

    private Map<String, Commit> doneBefore(Home home, List<ChangeRequest> requests) {
        return new HashMap<>(log.madeBy(
                home.log(),
                requests.stream().map(request -> request.operation().id()).toList()));
    }

    /** One pass over a batch. */
    private final class Run {

        private final View view;
        private final Instant now;
        private final Seq batch;
        private final Map<String, Commit> done;
        private final List<Commit> commits = new ArrayList<>();
        private Head head;

        Run(View view, Head head, Instant now, Map<String, Commit> done) {
            this.view = view;
            this.head = head;
            this.now = now;
            this.batch = head.seq().next();
            this.done = done;
        }

        Judged judge(List<ChangeRequest> requests) {
            List<List<Outcome>> outcomes = requests.stream().map(this::judge).toList();
            return new Judged(
                    commits,
                    outcomes.stream().map(each -> new Result(each, head)).toList());
        }

        private List<Outcome> judge(ChangeRequest request) {
            Commit before = done.get(request.operation().id());
            if (before != null) {
                return repeated(request, before);
            }
            List<Outcome> outcomes = verdicts.judge(request, view, next());
            List<Change> changes = Verdicts.changes(outcomes);
            boolean onlyEvent = request.edits().isEmpty() && request.event().isPresent();
            if (!changes.isEmpty() || onlyEvent) {
                append(request, changes);
            }
            return outcomes;
        }

        private NextState next() {
            return new NextState(head.seq().next(), head.timeOfNext(now));
        }

        private void append(ChangeRequest request, List<Change> changes) {
            Commit commit = Chain.link(
                    head,
                    batch,
                    new Draft(
                            request.actor(),
                            request.origin(),
                            request.operation(),
                            request.event(),
                            request.note(),
                            request.requestId(),
                            changes,
                            counts(changes)),
                    now);
            commits.add(commit);
            done.put(request.operation().id(), commit);
            head = Head.at(commit);
        }

        private Map<String, Long> counts(List<Change> changes) {
            Map<String, Long> counts = new TreeMap<>(head.counts());
            for (Change change : changes) {
                switch (change.op()) {
                    case CREATED, RESTORED -> counts.merge(change.entityType(), 1L, Long::sum);
                    case DELETED -> counts.merge(change.entityType(), -1L, Long::sum);
                    case UPDATED -> {}
                }
            }
            return counts;
        }

        /** The first answer again, from what its commit holds. */
        private List<Outcome> repeated(ChangeRequest request, Commit commit) {
            Operation operation = request.operation();
            if (!commit.operation().fingerprint().equals(operation.fingerprint())) {
                return request.edits().isEmpty()
                        ? List.of(new OperationMismatch())
                        : request.edits().stream()
                                .<Outcome>map(edit -> new OperationMismatch())
                                .toList();
            }
            return request.edits().stream()
                    .map(edit -> repeated(edit, request, commit))
                    .toList();
        }

        private Outcome repeated(Edit edit, ChangeRequest request, Commit commit) {
            Optional<Change> made = made(edit, commit, request.edits().size() == 1);
            if (made.isPresent()) {
                return new Applied(made.get(), false);
            }
            if (request.apart()) {
                return judgedAnew(edit, request.home());
            }
            Optional<Document> state = view.state(new View.EntityKey(edit.type(), edit.id()));
            return state.<Outcome>map(Unchanged::new).orElseGet(Outcome.Missing::new);
        }

        /** What was refused or changed nothing is not in the commit: it is told what stands against it now, and not done any more. */
        private Outcome judgedAnew(Edit edit, Home home) {
            Outcome outcome = verdicts.alone(edit, home, view.above(), next());
            return outcome instanceof Applied ? new Withheld() : outcome;
        }

        /** An only creation is known without its id too: where the server chooses ids, it has chosen another one this time. */
        private static Optional<Change> made(Edit edit, Commit commit, boolean isOnly) {
            boolean onlyCreation = isOnly && edit instanceof Edit.Create;
            return commit.changes().stream()
                    .filter(change -> change.entityType().equals(edit.type())
                            && (change.entityId().equals(edit.id())
                                    || (onlyCreation && change.op() == Change.Op.CREATED)))
                    .findFirst();
        }
    }
}
