package io.tillsync.core.importing;

import static de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE;

import com.mongodb.MongoException;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a file of comma-separated values (RFC 4180), one after the other. Where its first line has no comma, semicolons or else
 * tabs separate: what spreadsheets write in countries that write 1,99. Empty lines are no rows. A quote inside a value that does not
 * begin with one stands for itself.
 */
final class CsvRows implements Closeable {

    private static final int LONGEST_ROW = 1_000_000;

    private final Collector collector = new Collector();
    private final CsvReader<List<String>> reader;
    private final Iterator<List<String>> records;
    private final List<String> header;
    private long number;

    private CsvRows(Utf8Reader text) throws MalformedFile {
        this.reader = CsvReader.builder()
                .fieldSeparator(separator(text.firstLine()))
                .allowUnclosedQuote(false)
                .missingFieldStrategy(IGNORE) // The rows are measured against the header here, which knows the line.
                .extraFieldStrategy(IGNORE)
                .skipEmptyLines(true)
                .maxBufferSize(2 * LONGEST_ROW)
                .build(collector, text);
        this.records = reader.iterator();
        this.header = nextRecord()
                .map(names -> names.stream().map(String::strip).toList())
                .orElseThrow(() -> new MalformedFile(1, "is empty; the first line has to name the columns"));
    }

    /**
     * Reads the header.
     *
     * @throws MalformedFile where there is none
     */
    static CsvRows of(InputStream file) throws IOException {
        return new CsvRows(new Utf8Reader(file));
    }

    private static char separator(String firstLine) {
        if (firstLine.indexOf(',') >= 0) {
            return ',';
        }
        return firstLine.indexOf(';') >= 0 ? ';' : firstLine.indexOf('\t') >= 0 ? '\t' : ',';
    }

    /** The names of the columns, without outer blanks. */
    List<String> header() {
        return header;
    }

    /** The next row; empty behind the last one. */
    Optional<Row> next() throws MalformedFile {
        Optional<List<String>> cells = nextRecord();
        if (cells.isPresent() && cells.get().size() != header.size()) {
            throw new MalformedFile(
                    collector.line, "has " + cells.get().size() + " values, but the header has " + header.size());
        }
        return cells.map(values -> new Row(number++, collector.line, values));
    }

    private Optional<List<String>> nextRecord() throws MalformedFile {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (CsvParseException | UncheckedIOException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                switch (cause) {
                    case MalformedFile fault -> throw fault;
                    case MongoException fault -> throw fault; // Where the file is kept.
                    default -> {}
                }
            }
            throw new MalformedFile(collector.line, reason(e));
        }
    }

    private static String reason(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Unclosed")) {
            return "has a quote that is never closed";
        }
        return message.contains("closing quote")
                ? "has text behind a closing quote; quotes inside of a value are written twice"
                : "begins a row of more than " + LONGEST_ROW + " characters; a quote may not be closed";
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Gathers the cells of a record, and knows at any time in which line it began. */
    private static final class Collector extends AbstractBaseCsvCallbackHandler<List<String>> {

        private List<String> cells = List.of();
        private int length;
        private long line = 1;

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
            length = 0;
            cells = new ArrayList<>();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
            length += size + 1;
            if (length > LONGEST_ROW) {
                throw new CsvParseException("The row is too long");
            }
            cells.add(new String(buffer, offset, size));
        }

        @Override
        protected List<String> buildRecord() {
            return cells;
        }
    }
}
