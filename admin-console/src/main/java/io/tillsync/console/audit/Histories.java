package io.tillsync.console.audit;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.console.page.Formats;
import io.tillsync.core.read.Versions;
import io.tillsync.core.read.Versions.Version;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.SystemFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Makes what the screens of an entity's history show. */
@Component
class Histories {

    private static final int PAGE = 30;

    private final Versions versions;
    private final Names names;
    private final Differences differences;
    private final Labels labels;

    Histories(Versions versions, Names names, Differences differences, Labels labels) {
        this.versions = versions;
        this.names = names;
        this.differences = differences;
        this.labels = labels;
    }

    /**
     * Some versions, newest first.
     *
     * @param next the position to go on from; empty where these are the last
     */
    record Page(List<VersionView> versions, Optional<Long> next) {}

    /** Versions from the one on that was made at a position; from the newest where there is none. */
    Page page(Subject subject, Formats show, Optional<Long> from) {
        Document start = from.map(seq -> new Document(subject.current()).append(SystemFields.SEQ, seq))
                .orElse(subject.current());
        List<Version> found = versions.before(subject.log(), subject.type().name(), start, PAGE + 1);
        List<Version> page = found.stream().limit(PAGE).toList();
        Names.Known known = names.of(
                subject.place(),
                page.stream()
                        .flatMap(version -> differences.named(subject.log(), version.change()))
                        .toList());
        return new Page(
                page.stream()
                        .map(version -> view(subject, show, known, version))
                        .toList(),
                found.size() > PAGE ? Optional.of(found.get(PAGE).commit().seq().value()) : Optional.empty());
    }

    VersionView view(Subject subject, Formats show, Version version) {
        Names.Known known = names.of(
                subject.place(),
                differences.named(subject.log(), version.change()).toList());
        return view(subject, show, known, version);
    }

    private VersionView view(Subject subject, Formats show, Names.Known known, Version version) {
        Commit commit = version.commit();
        Change change = version.change();
        boolean mayAudit = subject.place().permissions().mayAudit();
        return new VersionView(
                change.syncVersion(),
                commit.seq().value(),
                change.op().name().toLowerCase(Locale.ROOT),
                commit.event().map(event -> labels.eventOf(show, event)).orElse(null),
                commit.at(),
                Who.of(labels, show, commit.actor(), mayAudit),
                commit.origin().name().toLowerCase(Locale.ROOT),
                commit.note().orElse(null),
                differences.of(show, known, subject.log(), change),
                mayAudit
                        ? EntryViews.address(
                                subject.place(), commit.log(), commit.seq().value())
                        : null,
                subject.path() + "/" + commit.seq(),
                subject.isRestorable()
                        && subject.isActive()
                        && change.syncVersion() != subject.version()
                        && change.op() != Change.Op.DELETED);
    }

    /** The version that was made at a position. */
    Optional<Version> at(Subject subject, long seq) {
        Document at = new Document(subject.current()).append(SystemFields.SEQ, seq);
        return versions.before(subject.log(), subject.type().name(), at, 1).stream()
                .findFirst();
    }

    /** The fields of a state, each with what it is now. */
    List<Difference> compare(Subject subject, Formats show, Document then) {
        String type = subject.type().name();
        Names.Known known = names.of(
                subject.place(),
                Stream.of(then, subject.current())
                        .flatMap(state -> differences.pointed(subject.log(), type, state))
                        .toList());
        return differences.beside(
                show, known, subject.log(), type, EntityType.content(then), EntityType.content(subject.current()));
    }

    /** What the entity is called now. */
    String name(Subject subject) {
        Names.Named itself = new Names.Named(subject.log(), subject.type().name(), subject.id());
        return names.of(subject.place(), List.of(itself)).of(itself);
    }
}
