package io.tillsync.console.audit;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Origin;
import io.tillsync.audit.log.Outline;
import io.tillsync.audit.log.Outline.Touched;
import io.tillsync.console.page.Formats;
import io.tillsync.console.page.Place;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in one sentence what a commit did. */
@Component
class Headlines {

    private final EntityTypes types;
    private final AuditLogs logs;
    private final Labels labels;

    Headlines(EntityTypes types, AuditLogs logs, Labels labels) {
        this.types = types;
        this.logs = logs;
        this.labels = labels;
    }

    Headline of(Place place, Formats show, Names.Known names, Outline commit, List<Change> changes) {
        return switch ((int) Math.min(2, commit.size())) {
            case 0 -> Headline.of(event(show, commit.event().orElse("")), "", null);
            case 1 -> one(place, show, names, commit, changes);
            default -> Headline.of(many(show, commit), "", null);
        };
    }

    private String event(Formats show, String event) {
        return labels.event(show, event);
    }

    private Headline one(Place place, Formats show, Names.Known names, Outline commit, List<Change> changes) {
        Touched touched = commit.touched().getFirst();
        String name = changes.stream()
                .findFirst()
                .map(change -> name(names, commit.log(), change))
                .orElse(touched.entityId());
        String text = commit.event()
                .filter(event -> labels.isKnown(show, event))
                .map(event -> labels.text(show, "audit.event." + event, Headline.NAME))
                .orElseGet(() -> done(show, touched));
        return Headline.of(text, name, historyAddress(place, commit.log(), touched.entityType(), touched.entityId()));
    }

    /** What the entity was called then. */
    private String name(Names.Known names, LogId log, Change change) {
        return types.find(change.entityType())
                .map(type -> names.in(log, type, change.after(), change.entityId()))
                .orElse(change.entityId());
    }

    private String done(Formats show, Touched touched) {
        String op = touched.op().name().toLowerCase(Locale.ROOT);
        if (touched.op() != Change.Op.UPDATED) {
            return labels.text(show, "audit.did." + op, Headline.NAME);
        }
        List<String> changed = touched.changed();
        return changed.size() == 1
                ? labels.text(
                        show, "audit.did.updated.one", Headline.NAME, labels.fieldWithin(show, changed.getFirst()))
                : labels.text(show, "audit.did.updated", Headline.NAME, changed.size());
    }

    private String many(Formats show, Outline commit) {
        String all = commit.counts().entrySet().stream()
                .map(entry ->
                        many(show, key(commit, entry.getKey()), entry.getKey().entityType(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return commit.event()
                .map(event -> labels.event(show, event) + ": " + all)
                .orElse(all);
    }

    private static String key(Outline commit, Outline.Done done) {
        boolean isImported =
                commit.origin() == Origin.IMPORT && commit.event().isEmpty() && done.op() == Change.Op.CREATED;
        return isImported ? "imported" : done.op().name().toLowerCase(Locale.ROOT);
    }

    private String many(Formats show, String key, String typeName, long count) {
        String type =
                count == 1 ? Labels.within(show, labels.typeOfOne(show, typeName)) : labels.typesWithin(show, typeName);
        return labels.text(show, "audit.many." + key, show.number(count), type);
    }

    /** Where an entity's history is; absent for a type that is not known here. */
    @Nullable
    String historyAddress(Place place, LogId log, String type, String id) {
        Optional<EntityType> known = types.find(type);
        if (known.isEmpty()) {
            return null;
        }
        String path = known.get().level() == Level.STORE
                ? logs.storeOf(log).map(store -> "/s/" + store.id()).orElse(place.path())
                : place.path();
        return path + "/audit/entity/" + type + "/" + id;
    }
}
