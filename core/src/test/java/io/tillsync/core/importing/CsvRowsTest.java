package io.tillsync.core.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    private static List<Row> rows(byte[] file) throws IOException {
        try (CsvRows csv = CsvRows.of(new ByteArrayInputStream(file))) {
            List<Row> rows = new ArrayList<>();
            for (Optional<Row> row = csv.next(); row.isPresent(); row = csv.next()) {
                rows.add(row.get());
            }
            return rows;
        }
    }

    private static List<Row> rows(String file) throws IOException {
        return rows(file.getBytes(UTF_8));
    }

    private static ImportJob.Failure fault(byte[] file) {
        return catchThrowableOfType(MalformedFile.class, () -> rows(file)).failure();
    }

    private static ImportJob.Failure fault(String file) {
        return fault(file.getBytes(UTF_8));
    }

    @Test
    void givesEachRowWithTheLineThatItBeginsIn() throws IOException {
        assertThat(rows("a,b\r\n1,\"x\r\n\"\"y\"\", z\"\r\n\r\n3,é\r\n"))
                .containsExactly(new Row(0, 2, List.of("1", "x\r\n\"y\", z")), new Row(1, 5, List.of("3", "é")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\n3,4\n",
                "a,b\r\n1,2\r\n3,4",
                "a,b\r1,2\r3,4\r",
                "\uFEFFa,b\n1,2\n3,4",
                "\n\na,b\n1,2\n\n3,4"
            })
    void takesEveryLineBreakAndAByteOrderMark(String file) throws IOException {
        assertThat(rows(file)).extracting(Row::cells).containsExactly(List.of("1", "2"), List.of("3", "4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b\n1,5;2\n", "a\tb\n1,5\t2\n"})
    void takesSemicolonsOrTabsWhereTheHeaderHasNoComma(String file) throws IOException {
        assertThat(rows(file)).extracting(Row::cells).containsExactly(List.of("1,5", "2"));
    }

    @Test
    void leavesAQuoteInsideOfAPlainValueAlone() throws IOException {
        assertThat(rows("a,b\n5\" pipe, \"x\"\n"))
                .extracting(Row::cells)
                .containsExactly(List.of("5\" pipe", " \"x\""));
    }

    @Test
    void readsTheHeaderWithoutOuterBlanks() throws IOException {
        try (CsvRows csv = CsvRows.of(new ByteArrayInputStream(" name , price\n".getBytes(UTF_8)))) {
            assertThat(csv.header()).containsExactly("name", "price");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF"})
    void refusesAnEmptyFile(String file) {
        assertThat(fault(file)).isEqualTo(new ImportJob.Failure(1, "is empty; the first line has to name the columns"));
    }

    @Test
    void refusesAQuoteThatIsNeverClosedAndSaysWhereItsRowBegins() {
        assertThat(fault("a,b\n1,2\n3,\"4\n5,6\n7,8\n"))
                .isEqualTo(new ImportJob.Failure(3, "has a quote that is never closed"));
    }

    @Test
    void refusesTextBehindAClosingQuote() {
        assertThat(fault("a,b\n\"1\n\",2\n3,\"4\"x\n").line()).isEqualTo(4);
        assertThat(fault("a,b\n3,\"4\"x\n").message()).startsWith("has text behind a closing quote");
    }

    @Test
    void refusesARowWithMoreOrFewerValuesThanTheHeader() {
        assertThat(fault("a,b\n\"1\n\",2\n3\n"))
                .isEqualTo(new ImportJob.Failure(4, "has 1 values, but the header has 2"));
        assertThat(fault("a,b\n1,2,3\n")).isEqualTo(new ImportJob.Failure(2, "has 3 values, but the header has 2"));
    }

    @Test
    void refusesARowWithoutAnEnd() {
        assertThat(fault("a,b\n1,2\n3,\"" + "x,\n".repeat(2_000_000)).line()).isEqualTo(3);
        assertThat(fault("a,b\n1,2\n3," + "x".repeat(1_500_000)).message()).contains("more than 1000000 characters");
    }

    @Test
    void refusesBytesThatAreNotUtf8AndSaysInWhichLineTheyAre() {
        assertThat(fault("a,b\n1,2\n3,é\n".getBytes(ISO_8859_1)))
                .isEqualTo(new ImportJob.Failure(3, "is not UTF-8; save the file as UTF-8 and send it again"));
        assertThat(fault(new byte[] {'a', '\n', 'b', (byte) 0xC3}).line()).isEqualTo(2);
        assertThat(fault(new byte[] {(byte) 0xFF}).line()).isOne();
        assertThat(fault(new byte[] {'a', '\n', (byte) 0xED, (byte) 0xA0, (byte) 0x80})
                        .line())
                .as("half of a surrogate pair")
                .isEqualTo(2);
    }

    @Test
    void countsLinesRightHoweverFarIntoTheFile() {
        String good = "é,\"x\r\ny\"\r\n".repeat(30_000);
        byte[] file = ("a,b\r\n" + good + "1,\u00E9\r\n").getBytes(UTF_8);
        file[file.length - 4] = 'x';
        assertThat(fault(file).line()).isEqualTo(2 + 2 * 30_000);
        assertThat(fault("a,b\r\n" + good + "1\r\n").line()).isEqualTo(2 + 2 * 30_000);
    }

    @Test
    void givesAllRowsBeforeTheMalformedOne() throws IOException {
        byte[] file = "a\n1\n2\n\u00E9".getBytes(ISO_8859_1);
        try (CsvRows csv = CsvRows.of(new ByteArrayInputStream(file))) {
            assertThat(csv.next()).isPresent();
            assertThat(csv.next()).isPresent();
            assertThatThrownBy(csv::next).isInstanceOf(MalformedFile.class).hasMessageStartingWith("Line 4 ");
        }
    }
}
