package io.tillsync.core.exporting;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.tillsync.audit.log.LogId;
import io.tillsync.core.read.Entities;
import io.tillsync.core.read.Entities.Query;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.SystemFields;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Writes entities as a file with the columns that an import of their type takes: {@code id} and the fields by their names. */
@Component
public class CsvExport {

    private final Entities entities;

    public CsvExport(Entities entities) {
        this.entities = entities;
    }

    /** Writes all that a query finds, in the order of ids, as it is read; however many there are, few are in memory at a time. */
    public void write(LogId log, EntityType type, Query query, OutputStream out) throws IOException {
        write(type, action -> entities.each(log, type, query, action), out);
    }

    /** Writes those of the ids that are there. */
    public void write(LogId log, EntityType type, Collection<String> ids, OutputStream out) throws IOException {
        List<Document> chosen = entities.find(log, type, ids).values().stream()
                .filter(SystemFields::isActive)
                .sorted(java.util.Comparator.comparing(SystemFields::id))
                .toList();
        write(type, chosen::forEach, out);
    }

    private static void write(EntityType type, Consumer<Consumer<Document>> states, OutputStream out)
            throws IOException {
        List<Field> fields =
                type.fields().values().stream().filter(field -> !field.hidden()).toList();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            List<String> header = new ArrayList<>(List.of(SystemFields.ID));
            fields.forEach(field -> header.add(field.name()));
            csv.writeRecord(header);
            states.accept(state -> csv.writeRecord(cells(fields, state)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<String> cells(List<Field> fields, Document state) {
        List<String> cells = new ArrayList<>(List.of(FormulaGuard.guarded(SystemFields.id(state))));
        fields.forEach(field -> cells.add(cell(state.get(field.name()))));
        return cells;
    }

    /** Numbers are no formulas, whatever they begin with. */
    private static String cell(@org.jspecify.annotations.Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Long number -> number.toString();
            case Boolean flag -> flag.toString();
            case List<?> many -> many.stream().map(Object::toString).collect(Collectors.joining(" "));
            default -> FormulaGuard.guarded(value.toString());
        };
    }
}
