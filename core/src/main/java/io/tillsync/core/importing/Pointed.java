package io.tillsync.core.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Rows with the ids of what they name.
 *
 * @param rejected those that name what there cannot be
 */
record Pointed(List<Entry> entries, List<Rejected> rejected) {

    static Pointed of(List<Entry> rows, ReferenceNames names) {
        Map<Column.Named, Set<String>> wanted = new LinkedHashMap<>();
        rows.forEach(row -> row.given()
                .names()
                .forEach((column, name) -> wanted.computeIfAbsent(column, key -> new LinkedHashSet<>())
                        .add(name)));
        Map<Column.Named, ReferenceNames.Resolved> found = new HashMap<>();
        wanted.forEach((column, all) -> found.put(column, names.resolve(column.naming(), all)));
        Pointed pointed = new Pointed(new ArrayList<>(), new ArrayList<>());
        rows.forEach(row -> pointed.add(row, found));
        return pointed;
    }

    private void add(Entry row, Map<Column.Named, ReferenceNames.Resolved> found) {
        Map<String, String> ids = new HashMap<>();
        List<RowError> errors = new ArrayList<>();
        row.given().names().forEach((column, name) -> {
            ReferenceNames.Resolved resolved = Objects.requireNonNull(found.get(column));
            Optional.ofNullable(resolved.ids().get(name))
                    .ifPresent(id -> ids.put(column.field().name(), id));
            Optional.ofNullable(resolved.faults().get(name))
                    .ifPresent(fault -> errors.add(new RowError(column.name(), fault)));
        });
        if (errors.isEmpty()) {
            entries.add(row.pointingTo(ids));
        } else {
            rejected.add(new Rejected(row.row(), errors));
        }
    }
}
