package io.tillsync.core.importing;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commits;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.importing.ImportJobs.Claimed;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.write.Home;
import io.tillsync.core.write.LogWriters;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What every import works with. */
@Component
record ImportTools(EntityTypes types, Projections projections, LogWriters writers, Commits commits, Feeds feeds) {

    /**
     * The steps of a job, from where its record and the logs say that it stands.
     *
     * @throws MalformedFile where the type no longer has the columns
     */
    ImportSteps steps(Claimed job, List<String> header, Progress progress) throws MalformedFile {
        Task task = job.task();
        EntityType type = types.get(task.entityType());
        RowReader reader =
                new RowReader(type, columns(task, type, header), task.home().rules());
        EntityIds ids = EntityIds.of(task.id(), task.startedAt());
        NumberedCommits rows = commitsOf(job, task.home(), progress.commits());
        Optional<NumberedCommits> stock = task.store()
                .filter(store -> OpeningStock.field(type, types).isPresent())
                .map(store -> commitsOf(job, store, progress.stockCommits()));
        Replay replay = new Replay(
                type,
                task.home().rules(),
                ids,
                unrecorded(rows),
                stock.map(this::unrecorded).orElse(List.of()));
        return new ImportSteps(
                reader,
                new ReferenceNames(rows, projections),
                replay,
                new Planner(task.home(), type, ids, reader, projections),
                rows,
                stock.map(commitsOfStore -> new OpeningStock(commitsOfStore, projections, types)));
    }

    private List<Column> columns(Task task, EntityType type, List<String> header) throws MalformedFile {
        Columns columns = new Columns(type, types);
        Optional<FieldError> error =
                columns.check(header, task.store().isPresent()).stream().findFirst();
        if (error.isPresent()) {
            throw new MalformedFile(1, error.get().field() + " " + error.get().message());
        }
        return columns.of(header);
    }

    private NumberedCommits commitsOf(Claimed job, Home home, long next) {
        return new NumberedCommits(writers, home, job.task().id(), job.task().actor(), job.run(), next);
    }

    private List<Change> unrecorded(NumberedCommits numbered) {
        feeds.of(numbered.home().log()).head(Duration.ZERO);
        return numbered.takeUnrecorded(commits);
    }
}
