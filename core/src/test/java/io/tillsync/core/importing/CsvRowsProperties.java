package io.tillsync.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvRowsProperties {

    @Property(tries = 300)
    void readsWhateverWasWrittenAndEveryLineNumberIsThePhysicalOne(@ForAll("tables") List<List<String>> table)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<Row> expected = new ArrayList<>();
        try (CsvWriter writer = CsvWriter.builder().build(file)) {
            writer.writeRecord("a", "b", "c");
            long line = 2;
            for (List<String> cells : table) {
                expected.add(new Row(expected.size(), line, cells));
                writer.writeRecord(cells);
                line += 1
                        + String.join("", cells).chars().filter(c -> c == '\n').count();
            }
        }
        assertThat(rows(file.toByteArray())).isEqualTo(expected);
    }

    private static List<Row> rows(byte[] file) throws IOException {
        try (CsvRows csv = CsvRows.of(new ByteArrayInputStream(file))) {
            List<Row> rows = new ArrayList<>();
            for (Optional<Row> row = csv.next(); row.isPresent(); row = csv.next()) {
                rows.add(row.get());
            }
            return rows;
        }
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.of(
                        "a", "1", "\"", ",", ";", "\t", " ", "\n", "'", "é", "😀", "\0", "\u0085")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
        return cell.list()
                .ofSize(3)
                .filter(cells -> cells.stream().anyMatch(text -> !text.isEmpty()))
                .list()
                .ofMaxSize(60);
    }
}
