package io.tillsync.console.audit;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Outline;
import io.tillsync.audit.search.Entry;
import io.tillsync.console.page.Formats;
import io.tillsync.console.page.Place;
import io.tillsync.core.type.EntityTypes;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the screen of one commit shows. */
@Component
class CommitViews {

    private final EntryViews entries;
    private final Names names;
    private final Differences differences;
    private final Headlines headlines;
    private final Labels labels;
    private final EntityTypes types;

    CommitViews(
            EntryViews entries,
            Names names,
            Differences differences,
            Headlines headlines,
            Labels labels,
            EntityTypes types) {
        this.entries = entries;
        this.names = names;
        this.differences = differences;
        this.headlines = headlines;
        this.labels = labels;
        this.types = types;
    }

    EntryView entry(Place place, Formats show, Outline commit, List<Change> changes) {
        return entries.of(place, show, List.of(new Entry(commit, changes.size() == 1 ? changes : List.of())))
                .getFirst();
    }

    List<ChangeView> changes(Place place, Formats show, Commit commit, List<Change> changes) {
        Names.Known known = names.of(
                place,
                changes.stream()
                        .flatMap(change -> differences.named(commit.log(), change))
                        .toList());
        return changes.stream()
                .map(change -> change(place, show, known, commit, change))
                .toList();
    }

    private ChangeView change(Place place, Formats show, Names.Known known, Commit commit, Change change) {
        @Nullable
        String history = headlines.historyAddress(place, commit.log(), change.entityType(), change.entityId());
        return new ChangeView(
                change.op().name().toLowerCase(Locale.ROOT),
                labels.typeOfOne(show, change.entityType()),
                types.find(change.entityType())
                        .map(type -> known.in(commit.log(), type, change.after(), change.entityId()))
                        .orElse(change.entityId()),
                change.entityId(),
                change.syncVersion(),
                differences.of(show, known, commit.log(), change),
                history,
                history == null ? null : history + "/" + commit.seq());
    }
}
