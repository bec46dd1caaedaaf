package io.tillsync.core.importing;

import java.util.List;

/**
 * How somebody has handed a file in.
 *
 * @param fileName as its owner calls it; empty where it has none
 * @param columns what each column of the file gives, by the names of {@link Imports#columns}, and an empty text for one that is left
 *     out; empty altogether where the file's own header says it
 */
public record Upload(String fileName, List<String> columns) {

    /** A file that speaks for itself. */
    public static final Upload PLAIN = new Upload("", List.of());

    /** The columns of a file with such a header. */
    List<String> columnsOf(List<String> header) {
        return columns.isEmpty()
                ? header
                : columns.stream()
                        .map(name -> name.isEmpty() ? Columns.UNUSED : name)
                        .toList();
    }
}
