package io.tillsync.core.importing;

import static io.tillsync.core.importing.ImportProcess.RULES;
import static io.tillsync.core.importing.ImportProcess.TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.core.type.EntityType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {

    private static RowReader.Reading read(List<String> header, String... cells) {
        EntityType products = TYPES.get("products");
        RowReader reader = new RowReader(products, new Columns(products, TYPES).of(header), RULES);
        return reader.read(new Row(0, 2, List.of(cells)));
    }

    private static List<RowError> errors(String column, String cell) {
        return read(List.of(column), cell).errors();
    }

    @Test
    void readsCellsAsWhatTheirFieldsHold() {
        var reading = read(
                List.of("id", "name", "price", "isActive", "category", "quantity", "sku"),
                "p1",
                " Café crème  ",
                "1.90",
                "Yes",
                "Hot drinks",
                "-3",
                "  ");
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.given().id()).contains("p1");
        assertThat(reading.given().fields())
                .isEqualTo(Map.of("name", "Café crème", "price", new BigDecimal("1.90"), "isActive", true));
        assertThat(reading.given().names().values()).containsExactly("Hot drinks");
        assertThat(reading.given().opening()).contains(new BigDecimal("-3"));
    }

    @ParameterizedTest
    @CsvSource({"true,true", "TRUE,true", "yes,true", "1,true", "false,false", "No,false", "0,false"})
    void knowsTheWordsForTrueAndFalse(String cell, boolean value) {
        assertThat(read(List.of("isActive"), cell).given().fields()).containsEntry("isActive", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,99", "1 000", "€1", "1e3", "NaN", "1.2.3", "--1", "٣", "0x10", "."})
    void refusesWhatIsNoPlainNumberAndSaysWhatIs(String cell) {
        assertThat(errors("price", cell))
                .containsExactly(new RowError("price", "must be a number such as 1.99, not \"" + cell + "\""));
        assertThat(errors("quantity", cell)).hasSize(1);
    }

    @Test
    void refusesInTheSameWordsAsEveryOtherWayIn() {
        assertThat(errors("price", "-1")).containsExactly(new RowError("price", "must be 0 or more"));
        assertThat(errors("price", "1.999")).containsExactly(new RowError("price", "must have at most 2 decimals"));
        assertThat(errors("quantity", "1.2345"))
                .containsExactly(new RowError("quantity", "must have at most 3 decimals"));
        assertThat(errors("name", "a\u0000b"))
                .containsExactly(new RowError("name", "must not contain control characters"));
        assertThat(errors("name", "x".repeat(201)))
                .containsExactly(new RowError("name", "must have at most 200 characters"));
        assertThat(errors("isActive", "maybe"))
                .containsExactly(new RowError("isActive", "must be true or false (or yes, no, 1, 0), not \"maybe\""));
        assertThat(errors("id", "a/b")).extracting(RowError::column).containsExactly("id");
        assertThat(errors("categoryId", "a b")).extracting(RowError::column).containsExactly("categoryId");
    }

    @Test
    void findsAllFaultsOfARowInTheOrderOfItsColumns() {
        assertThat(read(List.of("quantity", "price", "isActive"), "x", "y", "z").errors())
                .extracting(RowError::column)
                .containsExactly("quantity", "price", "isActive");
    }

    @Test
    void leavesItToTheEntityWhetherAValueIsMissing() {
        assertThat(read(List.of("name", "price"), "", "").errors()).isEmpty();
    }
}
