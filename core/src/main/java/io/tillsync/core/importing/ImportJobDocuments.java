package io.tillsync.core.importing;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.States;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Rules;
import io.tillsync.core.write.Home;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How jobs are kept. */
final class ImportJobDocuments {

    private ImportJobDocuments() {}

    static Document ofTask(Task task) {
        Document document = new Document("_id", task.id())
                .append("business", task.business())
                .append("entityType", task.entityType())
                .append("fileName", task.upload().fileName())
                .append("columns", task.upload().columns())
                .append("header", task.header())
                .append("home", ofHome(task.home()));
        task.store().ifPresent(store -> document.append("store", ofHome(store)));
        task.request().ifPresent(request -> document.append("request", request));
        return document.append(
                        "file",
                        new Document("id", task.file().id())
                                .append("chunks", task.file().chunks())
                                .append("digest", task.file().digest()))
                .append("actor", ofActor(task.actor()))
                .append("fingerprint", task.fingerprint())
                .append("startedAt", task.startedAt());
    }

    static Task task(Document document) {
        @Nullable Document store = document.get("store", Document.class);
        Document file = document.get("file", Document.class);
        return new Task(
                document.getString("_id"),
                document.getString("business"),
                home(document.get("home", Document.class)),
                Optional.ofNullable(store).map(ImportJobDocuments::home),
                document.getString("entityType"),
                new Upload(document.getString("fileName"), List.copyOf(document.getList("columns", String.class))),
                List.copyOf(document.getList("header", String.class)),
                new ImportFiles.Stored(file.getString("id"), file.getInteger("chunks"), file.getString("digest")),
                actor(document.get("actor", Document.class)),
                Optional.ofNullable(document.getString("request")),
                document.getString("fingerprint"),
                States.instant(document, "startedAt"));
    }

    private static Document ofHome(Home home) {
        Document logs = new Document();
        home.logs().forEach((level, log) -> logs.append(level.name(), log.value()));
        return new Document("level", home.level().name())
                .append("logs", logs)
                .append("moneyDecimals", home.rules().moneyDecimals());
    }

    private static Home home(Document document) {
        Map<Level, LogId> logs = new EnumMap<>(Level.class);
        document.get("logs", Document.class)
                .forEach((level, log) -> logs.put(Level.valueOf(level), new LogId((String) log)));
        return new Home(
                Level.valueOf(document.getString("level")), logs, new Rules(document.getInteger("moneyDecimals")));
    }

    private static Document ofActor(Actor actor) {
        Document document = new Document("kind", actor.kind().name())
                .append("id", actor.id())
                .append("name", actor.name());
        actor.role().ifPresent(role -> document.append("role", role));
        actor.address().ifPresent(address -> document.append("address", address));
        return document;
    }

    private static Actor actor(Document document) {
        return new Actor(
                Actor.Kind.valueOf(document.getString("kind")),
                document.getString("id"),
                document.getString("name"),
                Optional.ofNullable(document.getString("role")),
                Optional.ofNullable(document.getString("address")));
    }

    static Document ofProgress(Progress progress) {
        Counts counts = progress.counts();
        Document document = new Document("created", counts.created())
                .append("updated", counts.updated())
                .append("unchanged", counts.unchanged())
                .append("rejected", counts.rejected())
                .append("commits", progress.commits())
                .append("stockCommits", progress.stockCommits());
        progress.rows().ifPresent(rows -> document.append("rows", rows));
        return document;
    }

    static Progress progress(Document job) {
        Document document = job.get("progress", Document.class);
        @Nullable Long rows = document.getLong("rows");
        return new Progress(
                rows == null ? OptionalLong.empty() : OptionalLong.of(rows),
                new Counts(
                        document.getLong("created"),
                        document.getLong("updated"),
                        document.getLong("unchanged"),
                        document.getLong("rejected")),
                document.getLong("commits"),
                document.getLong("stockCommits"));
    }

    static String ofState(ImportJob.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static ImportJob job(Document document) {
        Progress progress = progress(document);
        @Nullable Document error = document.get("error", Document.class);
        return new ImportJob(
                document.getString("_id"),
                document.getString("entityType"),
                Optional.ofNullable(document.get("store", Document.class))
                        .map(store -> home(store).log()),
                document.getString("fileName"),
                actor(document.get("actor", Document.class)),
                state(document),
                progress.rows(),
                progress.counts(),
                States.instant(document, "startedAt"),
                Optional.ofNullable(document.get("finishedAt", Instant.class)),
                Optional.ofNullable(error)
                        .map(found -> new ImportJob.Failure(found.getLong("line"), found.getString("message"))),
                Optional.ofNullable(document.get("undo", Document.class))
                        .map(undo -> new ImportJob.Undo(state(undo), undo.getLong("undone"), undo.getLong("kept"))));
    }

    static ImportJob.State state(Document document) {
        return ImportJob.State.valueOf(document.getString("state").toUpperCase(Locale.ROOT));
    }

    static Document ofUndo(ImportJob.Undo undo) {
        return new Document("state", ofState(undo.state()))
                .append("undone", undo.undone())
                .append("kept", undo.kept());
    }
}
