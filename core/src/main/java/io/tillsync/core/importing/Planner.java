package io.tillsync.core.importing;

import io.tillsync.core.merge.ThreeWay;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.type.ContentCheck;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.Home;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Finds what rows are about, with two questions for all of them, and what there is to be written for each. */
final class Planner {

    /** Of characters in the states before and after: a commit has to fit into one document of 16 MB. */
    private static final int LARGEST_COMMIT = 2_000_000;

    private final Home home;
    private final EntityType type;
    private final Identity identity;
    private final EntityIds ids;
    private final RowReader reader;
    private final Projections projections;

    Planner(Home home, EntityType type, EntityIds ids, RowReader reader, Projections projections) {
        this.home = home;
        this.type = type;
        this.identity = new Identity(type);
        this.ids = ids;
        this.reader = reader;
        this.projections = projections;
    }

    Plan plan(List<Entry> entries) {
        List<Sought> rows = seek(entries);
        Map<String, Document> states = projections.states(
                home.log(),
                type.name(),
                rows.stream().flatMap(row -> row.id().stream()).toList());
        Run run = new Run();
        rows.forEach(row -> run.add(row, row.id().map(states::get)));
        return run.plan;
    }

    private List<Sought> seek(List<Entry> entries) {
        List<Sought> rows = entries.stream()
                .map(entry -> new Sought(
                        entry, identity.keys(entry.fields()), entry.given().id()))
                .toList();
        Map<String, String> holders = projections.holders(
                home.log(),
                rows.stream()
                        .filter(row -> row.id().isEmpty())
                        .flatMap(row -> row.keys().stream())
                        .toList());
        return rows.stream().map(row -> row.among(holders)).toList();
    }

    /** A row with the values it may be found by, and the entity that has the first of them. */
    private record Sought(Entry entry, List<String> keys, Optional<String> id) {
        Sought among(Map<String, String> holders) {
            return new Sought(
                    entry,
                    keys,
                    id.or(() -> keys.stream()
                            .filter(holders::containsKey)
                            .findFirst()
                            .map(holders::get)));
        }
    }

    /** One pass over rows, in their order. */
    private final class Run {

        private final Plan plan = Plan.empty();
        private final Set<String> touched = new HashSet<>();
        private int size;

        void add(Sought row, Optional<Document> state) {
            boolean isTouched =
                    row.id().filter(touched::contains).isPresent() || !Collections.disjoint(touched, row.keys());
            if (isTouched || size > LARGEST_COMMIT) {
                plan.later().add(row.entry());
                touch(row, row.id());
            } else if (state.isEmpty() || !isAbout(row.entry(), state.get())) {
                create(row);
            } else if (SystemFields.isActive(state.get())) {
                update(row, state.get());
            } else {
                reject(row.entry(), List.of(new RowError("id", "was deleted; restore it first")));
            }
        }

        private boolean isAbout(Entry entry, Document state) {
            return entry.given().id().isPresent() || identity.isOf(entry.fields(), state);
        }

        private void touch(Sought row, Optional<String> id) {
            touched.addAll(row.keys());
            id.ifPresent(touched::add);
        }

        private void create(Sought row) {
            Entry entry = row.entry();
            ContentCheck check = ContentCheck.full(type, entry.fields(), home.rules());
            if (!check.errors().isEmpty()) {
                reject(entry, reader.explain(entry.row(), check.errors()));
                return;
            }
            String id = entry.given().id().orElseGet(() -> ids.of(entry.row()));
            edit(row, new Edit.Create(type.name(), id, entry.fields()), weigh(check.content()));
        }

        private void update(Sought row, Document state) {
            Entry entry = row.entry();
            String id = SystemFields.id(state);
            Document before = EntityType.content(state);
            ContentCheck check = ContentCheck.patched(type, before, entry.fields(), home.rules());
            if (!check.errors().isEmpty()) {
                reject(entry, reader.explain(entry.row(), check.errors()));
            } else if (ThreeWay.changed(before, check.content()).isEmpty()) {
                plan.unchanged().add(new Done(entry.given(), id, Done.Effect.UNCHANGED));
            } else {
                Edit patch = new Edit.Patch(type.name(), id, Base.any(), entry.fields());
                edit(row, patch, weigh(before) + weigh(check.content()));
            }
        }

        private void edit(Sought row, Edit edit, int weight) {
            plan.edits().add(new Plan.Planned(row.entry(), edit));
            size += weight;
            touch(row, Optional.of(edit.id()));
        }

        private void reject(Entry entry, List<RowError> errors) {
            plan.rejected().add(new Rejected(entry.row(), errors));
        }
    }

    private static int weigh(Document content) {
        return content.values().stream()
                .mapToInt(value -> value instanceof String text ? text.length() : 8)
                .sum();
    }
}
