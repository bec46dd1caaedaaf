package io.tillsync.core.importing;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks at the beginning of a file before anything is done with it. */
@Component
public class Previews {

    private static final int ROWS = 20;

    private final EntityTypes types;

    Previews(EntityTypes types) {
        this.types = types;
    }

    /**
     * What a file would come to.
     *
     * @param columns as in {@link Upload}; empty to guess them from the header
     * @param storeIsNamed whether there is a store whose opening stock can be set
     * @param beginning at least the first line; a row that it breaks off in is left out
     * @throws MalformedFile where not even the header can be read
     */
    public Preview of(EntityType type, Rules rules, List<String> columns, boolean storeIsNamed, InputStream beginning)
            throws IOException {
        Columns known = new Columns(type, types);
        try (CsvRows file = CsvRows.of(beginning)) {
            List<String> header = file.header();
            List<String> given = columns.size() == header.size() ? columns : ColumnGuess.of(header, known.names());
            List<String> taken = new Upload("", given).columnsOf(header);
            List<FieldError> errors = known.check(taken, storeIsNamed);
            List<Preview.Row> rows = new ArrayList<>();
            boolean isReadable = errors.stream().allMatch(error -> error.code().equals("required"));
            RowReader reader = new RowReader(type, isReadable ? known.of(taken) : List.of(), rules);
            for (Optional<Row> row = next(file); row.isPresent() && rows.size() < ROWS; row = next(file)) {
                rows.add(new Preview.Row(
                        row.get().line(),
                        row.get().cells(),
                        isReadable ? faults(reader, given, row.get()) : List.of()));
            }
            return new Preview(header, given, errors, rows);
        }
    }

    /** What comes behind the point where the beginning breaks off cannot be judged. */
    private static Optional<Row> next(CsvRows file) {
        try {
            return file.next();
        } catch (MalformedFile brokenOff) {
            return Optional.empty();
        }
    }

    private static List<String> faults(RowReader reader, List<String> columns, Row row) {
        List<RowError> errors = reader.read(row).errors();
        return columns.stream()
                .map(column -> errors.stream()
                        .filter(error -> error.column().equals(column) && !column.isEmpty())
                        .map(RowError::reason)
                        .collect(Collectors.joining("; ")))
                .toList();
    }
}
