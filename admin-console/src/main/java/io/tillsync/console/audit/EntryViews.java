package io.tillsync.console.audit;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Origin;
import io.tillsync.audit.log.Outline;
import io.tillsync.audit.search.Entry;
import io.tillsync.console.page.Formats;
import io.tillsync.console.page.Place;
import io.tillsync.core.tenancy.LogInEvents;
import io.tillsync.core.tenancy.Store;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the rows of the audit log. */
@Component
class EntryViews {

    private static final int MOST_DIFFERENCES = 2;
    private static final Set<String> BAD = Set.of(LogInEvents.FAILED, "enrolment-failed");

    private final AuditLogs logs;
    private final Names names;
    private final Differences differences;
    private final Headlines headlines;
    private final Labels labels;

    EntryViews(AuditLogs logs, Names names, Differences differences, Headlines headlines, Labels labels) {
        this.logs = logs;
        this.names = names;
        this.differences = differences;
        this.headlines = headlines;
        this.labels = labels;
    }

    List<EntryView> of(Place place, Formats show, List<Entry> entries) {
        Names.Known known = names.of(
                place,
                entries.stream()
                        .flatMap(entry -> entry.changes().stream()
                                .flatMap(change ->
                                        differences.named(entry.commit().log(), change)))
                        .toList());
        return entries.stream().map(entry -> view(place, show, known, entry)).toList();
    }

    private EntryView view(Place place, Formats show, Names.Known known, Entry entry) {
        Outline commit = entry.commit();
        List<Difference> found = differences(show, known, entry);
        return new EntryView(
                address(place, commit.log(), commit.seq().value()),
                commit.at(),
                Who.of(labels, show, commit.actor(), true),
                headlines.of(place, show, known, commit, entry.changes()),
                commit.size() == 1
                        ? labels.typeOfOne(show, commit.touched().getFirst().entityType())
                        : null,
                found.stream().limit(MOST_DIFFERENCES).toList(),
                found.size() != 1 || commit.event().isPresent(),
                Math.max(0, found.size() - MOST_DIFFERENCES),
                commit.note().filter(note -> commit.origin() != Origin.IMPORT).orElse(null),
                commit.origin().name().toLowerCase(Locale.ROOT),
                store(commit.log()),
                commit.event().filter(BAD::contains).isPresent());
    }

    static String address(Place place, LogId log, long seq) {
        return place.path() + "/audit/" + log + "/" + seq;
    }

    @Nullable
    String store(LogId log) {
        return logs.storeOf(log).map(Store::name).orElse(null);
    }

    /** Those of a change of one entity's fields; what was created or deleted is seen on its own screen. */
    private List<Difference> differences(Formats show, Names.Known known, Entry entry) {
        return entry.changes().size() == 1 && entry.changes().getFirst().op() == Change.Op.UPDATED
                ? differences
                        .of(show, known, entry.commit().log(), entry.changes().getFirst())
                        .stream()
                        .filter(difference -> !difference.isSecret())
                        .toList()
                : List.of();
    }
}
