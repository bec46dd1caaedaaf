package io.tillsync.core.importing;

import io.tillsync.core.type.FieldError;
import java.util.List;

/**
 * What a file would come to, by its first rows.
 *
 * @param columns what each column of the file is taken for, an empty text where it is left out
 * @param errors what keeps the whole file from being imported
 * @param rows the first ones
 */
public record Preview(List<String> header, List<String> columns, List<FieldError> errors, List<Row> rows) {

    /**
     * A row of the file.
     *
     * @param faults by column of the file, an empty text where nothing is wrong with it
     */
    public record Row(long line, List<String> cells, List<String> faults) {}
}
