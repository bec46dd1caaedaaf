package io.tillsync.core.importing;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Writers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that a file of a type's entities can have; they follow from its declaration. */
final class Columns {

    /** Stands for a column that is left out. A header's names have no outer blanks, so that no file says it by chance. */
    static final String UNUSED = " ";

    private static final String ID_SUFFIX = "Id";

    private final EntityType type;
    private final SequencedMap<String, Column> byName = new LinkedHashMap<>();

    Columns(EntityType type, EntityTypes types) {
        this.type = type;
        add(new Column.Id());
        type.fields().values().stream().filter(Columns::fitsIntoACell).forEach(field -> {
            add(new Column.Value(field));
            if (field.kind() instanceof Kind.Reference reference
                    && field.name().endsWith(ID_SUFFIX)
                    && field.name().length() > ID_SUFFIX.length()) {
                String name = field.name().substring(0, field.name().length() - ID_SUFFIX.length());
                Naming.of(types.get(reference.type()))
                        .ifPresent(naming -> byName.putIfAbsent(name, new Column.Named(name, field, naming)));
            }
        });
        OpeningStock.field(type, types).ifPresent(field -> add(new Column.Opening(field)));
    }

    private void add(Column column) {
        byName.put(column.name(), column);
    }

    private static boolean fitsIntoACell(Field field) {
        return !field.hidden()
                && switch (field.kind()) {
                    case Kind.Json json -> false;
                    case Kind.Reference reference -> !reference.many();
                    default -> true;
                };
    }

    /** Whether entities of the type can come from a file at all. */
    boolean isImportable() {
        return type.level() != Level.INSTALLATION
                && type.writers() != Writers.OWN_CALLS
                && type.fields().values().stream().filter(Columns::isNeeded).allMatch(Columns::fitsIntoACell);
    }

    private static boolean isNeeded(Field field) {
        return field.isRequired() && field.fallback().isEmpty();
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** All that keeps files with such a header from being imported. */
    List<FieldError> check(List<String> header, boolean storeIsNamed) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> given = new HashSet<>();
        for (String name : header) {
            Column column = column(name);
            if (column instanceof Column.Unused) {
                continue;
            }
            if (column == null) {
                errors.add(new FieldError(
                        name,
                        "unknown-field",
                        "is no column of " + type.name() + "; there are " + String.join(", ", names())));
            } else if (!given.add(column.target())) {
                errors.add(FieldError.invalid(name, "is given by more than one column"));
            } else if (column instanceof Column.Opening && !storeIsNamed) {
                errors.add(FieldError.invalid(name, "is the opening stock of a store; name the store"));
            }
        }
        type.fields().values().stream()
                .filter(field -> isNeeded(field) && !given.contains(field.name()))
                .map(field -> new FieldError(field.name(), "required", "is required, but the file has no such column"))
                .forEach(errors::add);
        return errors;
    }

    /** The columns of a header that was found right. */
    List<Column> of(List<String> header) {
        return header.stream().map(this::column).map(Objects::requireNonNull).toList();
    }

    private @Nullable Column column(String name) {
        return name.equals(UNUSED) ? new Column.Unused() : byName.get(name);
    }
}
