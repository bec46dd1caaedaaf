package io.tillsync.core.importing;

import io.tillsync.core.exporting.FormulaGuard;
import io.tillsync.core.type.ContentCheck;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.Kind.Refused;
import io.tillsync.core.type.Rules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads rows of one header. Blanks around a cell's text are not part of it. */
final class RowReader {

    private final EntityType type;
    private final List<Column> columns;
    private final Rules rules;

    RowReader(EntityType type, List<Column> columns, Rules rules) {
        this.type = type;
        this.columns = columns;
        this.rules = rules;
    }

    /**
     * What a row says, and what is wrong with its values by themselves: whether all that are required are there depends on whether the
     * entity is.
     */
    record Reading(Given given, List<RowError> errors) {}

    Reading read(Row row) {
        Optional<String> id = Optional.empty();
        Optional<BigDecimal> opening = Optional.empty();
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<Column.Named, String> names = new LinkedHashMap<>();
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String text = FormulaGuard.unguarded(row.cells().get(i).strip());
            if (text.isEmpty()) {
                continue;
            }
            switch (columns.get(i)) {
                case Column.Id column -> id = Optional.of(text);
                case Column.Value value -> fields.put(value.name(), Cells.value(value.field(), text));
                case Column.Named named -> names.put(named, text);
                case Column.Opening stock -> opening = opening(stock.field(), text, faults);
                case Column.Unused unused -> {}
            }
        }
        id.filter(text -> !EntityId.isValid(text))
                .ifPresent(text -> faults.add(FieldError.invalid("id", "must be " + EntityId.RULE)));
        ContentCheck.full(type, fields, rules).errors().stream()
                .filter(error -> !error.code().equals("required"))
                .forEach(faults::add);
        return new Reading(new Given(row, id, fields, names, opening), explain(row, faults));
    }

    private Optional<BigDecimal> opening(Field field, String text, List<FieldError> faults) {
        try {
            return Optional.of((BigDecimal) field.kind().read(field.name(), Cells.value(field, text), rules));
        } catch (Refused e) {
            faults.add(e.error());
            return Optional.empty();
        }
    }

    /** The faults of fields in words for whom the file is from, by the columns that they are in, in their order. */
    List<RowError> explain(Row row, List<FieldError> faults) {
        List<RowError> errors = new ArrayList<>();
        List<FieldError> left = new ArrayList<>(faults);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String text = row.cells().get(i).strip();
            for (FieldError fault : faults) {
                if (fault.field().equals(column.target()) && left.remove(fault)) {
                    errors.add(new RowError(column.name(), fault.message() + hint(column, fault, text)));
                }
            }
        }
        left.forEach(fault -> errors.add(new RowError(fault.field(), fault.message())));
        return errors;
    }

    private static String hint(Column column, FieldError fault, String text) {
        if (!fault.code().equals("wrong-type")) {
            return "";
        }
        return switch (column) {
            case Column.Value value -> Cells.hint(value.field(), text);
            case Column.Opening stock -> Cells.hint(stock.field(), text);
            default -> "";
        };
    }
}
