package io.tillsync.core.importing;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.importing.ImportJob.State;
import io.tillsync.core.importing.ImportJob.Undo;
import io.tillsync.core.trace.RequestIds;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.EarlierState;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.Home;
import io.tillsync.core.write.LogWriters;
import io.tillsync.core.write.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes an import back, newest commit first: what it made is deleted, what it changed is as it was before. An entity that somebody has
 * changed since is left alone. Each step is an operation of its own, so that undoing can be asked for again after a process has died.
 */
@Component
public class ImportUndo {

    private static final Logger LOG = LoggerFactory.getLogger(ImportUndo.class);

    private final ImportStores stores;
    private final Commits commits;
    private final LogWriters writers;
    private final EntityTypes types;

    ImportUndo(ImportStores stores, Commits commits, LogWriters writers, EntityTypes types) {
        this.stores = stores;
        this.commits = commits;
        this.writers = writers;
        this.types = types;
    }

    /**
     * Begins, without making the caller wait; {@link Imports#find} tells how far it is.
     *
     * @return false where there is no such import of the business, it still runs, or it was undone before
     */
    public boolean start(LogId business, String id, Actor actor) {
        Optional<Task> task = stores.jobs()
                .find(id)
                .filter(job -> job.getString("business").equals(business.value()))
                .filter(job -> stores.jobs().beginUndo(id))
                .map(ImportJobDocuments::task);
        task.ifPresent(
                found -> Thread.ofVirtual().name("import-undo").start(RequestIds.carried(() -> run(found, actor))));
        return task.isPresent();
    }

    private void run(Task task, Actor actor) {
        Undo undo = new Undo(State.RUNNING, 0, 0);
        try {
            for (Home home : Stream.concat(task.store().stream(), Stream.of(task.home()))
                    .distinct()
                    .toList()) {
                undo = new Pass(task, home, actor).run(undo);
            }
            stores.jobs().saveUndo(task.id(), new Undo(State.DONE, undo.undone(), undo.kept()));
        } catch (RuntimeException e) {
            LOG.warn("Undoing the import {} has stopped; it can be asked for again: {}", task.id(), e.toString());
        }
    }

    private record Key(String type, String id) {}

    /** What the import has done to an entity: where it began, and which version it left. */
    private record Span(long first, long version) {}

    /** Goes through one log. */
    private final class Pass {

        private final Task task;
        private final Home home;
        private final Actor actor;
        private final Map<Key, Span> spans = new HashMap<>();

        Pass(Task task, Home home, Actor actor) {
            this.task = task;
            this.home = home;
            this.actor = actor;
        }

        Undo run(Undo before) {
            long number = 0;
            for (Optional<Commit> commit = commit(number); commit.isPresent(); commit = commit(number)) {
                long at = number++;
                commit.get()
                        .changes()
                        .forEach(change -> spans.merge(
                                key(change),
                                new Span(at, change.syncVersion()),
                                (first, last) -> new Span(first.first(), last.version())));
            }
            Undo undo = before;
            for (long at = number - 1; at >= 0; at--) {
                undo = takeBack(at, undo);
                stores.jobs().saveUndo(task.id(), undo);
            }
            return undo;
        }

        private Optional<Commit> commit(long number) {
            return commits.find(home.log(), NumberedCommits.operationId(task.id(), number));
        }

        private Undo takeBack(long number, Undo undo) {
            List<Edit> edits = commit(number).stream()
                    .flatMap(commit -> commit.changes().stream())
                    .filter(change -> span(change).first() == number)
                    .map(this::reverse)
                    .toList();
            if (edits.isEmpty()) {
                return undo;
            }
            Operation operation = new Operation("import-undo:" + task.id() + ":" + number, task.id());
            List<Outcome> outcomes = writers.write(new ChangeRequest(
                            home,
                            actor,
                            Origin.IMPORT,
                            operation,
                            Optional.of("import-undone"),
                            Optional.empty(),
                            true,
                            edits))
                    .outcomes();
            long kept =
                    outcomes.stream().filter(Outcome.Refused.class::isInstance).count();
            return new Undo(State.RUNNING, undo.undone() + outcomes.size() - kept, undo.kept() + kept);
        }

        private Edit reverse(Change change) {
            Base left = Base.version(span(change).version());
            Optional<Document> before = change.before();
            return before.isEmpty()
                    ? new Edit.Delete(change.entityType(), change.entityId(), left)
                    : EarlierState.of(types.get(change.entityType()), before.get(), left);
        }

        private Span span(Change change) {
            return Optional.ofNullable(spans.get(key(change))).orElseThrow();
        }

        private static Key key(Change change) {
            return new Key(change.entityType(), change.entityId());
        }
    }
}
