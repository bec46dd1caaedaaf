package io.tillsync.core.importing;

import com.mongodb.client.model.Filters;
import io.tillsync.audit.log.LogId;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.type.Texts;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Finds what rows point to by name, and makes it where there is none. Of names in a tree that of a root is meant, else the only one that
 * there is.
 */
final class ReferenceNames {

    private final NumberedCommits commits;
    private final Projections projections;
    private final Map<String, String> known = new HashMap<>();

    ReferenceNames(NumberedCommits commits, Projections projections) {
        this.commits = commits;
        this.projections = projections;
    }

    /**
     * What names stand for.
     *
     * @param ids by name, as far as there is one
     * @param faults by name: why there is none
     */
    record Resolved(Map<String, String> ids, Map<String, String> faults) {}

    /** Forgets what it knows: what a name stands for can be deleted or renamed at any time. */
    void forget() {
        known.clear();
    }

    Resolved resolve(Naming naming, Set<String> names) {
        SequencedMap<String, String> missing = new LinkedHashMap<>();
        names.forEach(name -> missing.putIfAbsent(naming.key(name), name));
        missing.keySet().removeAll(known.keySet());
        Map<String, String> faults = new HashMap<>();
        if (!missing.isEmpty()) {
            known.putAll(projections.holders(logOf(naming), missing.keySet()));
            missing.keySet().removeAll(known.keySet());
            lookBelowRoots(naming, missing, faults);
            make(naming, missing, faults);
        }
        return resolved(naming, names, faults);
    }

    private Resolved resolved(Naming naming, Set<String> names, Map<String, String> faults) {
        Map<String, String> ids = new HashMap<>();
        Map<String, String> faultsByName = new HashMap<>();
        for (String name : names) {
            String key = naming.key(name);
            Optional.ofNullable(known.get(key))
                    .ifPresentOrElse(
                            id -> ids.put(name, id), () -> faultsByName.put(name, faults.getOrDefault(key, "unknown")));
        }
        return new Resolved(ids, faultsByName);
    }

    private LogId logOf(Naming naming) {
        return commits.home().log(naming.target().level());
    }

    private void lookBelowRoots(Naming naming, SequencedMap<String, String> missing, Map<String, String> faults) {
        if (!naming.isScoped() || missing.isEmpty()) {
            return;
        }
        named(naming, missing.values()).forEach((key, ids) -> {
            if (ids.size() == 1) {
                known.put(key, ids.getFirst());
            } else {
                faults.put(key, "names several " + naming.target().name() + "; give the id of the one that is meant");
            }
            missing.remove(key);
        });
    }

    private Map<String, List<String>> named(Naming naming, Collection<String> names) {
        List<Document> found = projections
                .collection(naming.target().name())
                .find(Filters.and(
                        Filters.eq("current.log", logOf(naming).value()),
                        Filters.eq("current.active", true),
                        Filters.in(
                                "current.sort." + Naming.NAME,
                                names.stream().map(Texts::folded).toList())))
                .map(Projections::stateOf)
                .into(new ArrayList<>());
        return found.stream()
                .collect(Collectors.groupingBy(
                        state -> naming.key(state.getString(Naming.NAME)),
                        Collectors.mapping(SystemFields::id, Collectors.toList())));
    }

    private void make(Naming naming, SequencedMap<String, String> missing, Map<String, String> faults) {
        String type = naming.target().name();
        if (!naming.isEnough() || naming.target().level() != commits.home().level()) {
            missing.forEach((key, name) ->
                    faults.put(key, "there is no " + naming.target().singular() + " named " + Cells.quoted(name)));
            return;
        }
        List<Edit> edits = missing.values().stream()
                .<Edit>map(name -> new Edit.Create(type, EntityId.create().value(), Map.of(Naming.NAME, name)))
                .toList();
        List<Outcome> outcomes = commits.write(edits, Optional.empty());
        int i = 0;
        for (String key : missing.keySet()) {
            switch (outcomes.get(i)) {
                case Outcome.Applied applied -> known.put(key, edits.get(i).id());
                case Outcome.DuplicateValue taken -> known.put(key, taken.holderId());
                case Outcome.Invalid invalid ->
                    faults.put(
                            key,
                            invalid.errors().stream().map(FieldError::message).collect(Collectors.joining("; ")));
                default -> faults.put(key, "could not be made");
            }
            i++;
        }
    }
}
