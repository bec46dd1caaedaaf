package io.tillsync.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewsTest {

    private final Previews previews = new Previews(ImportProcess.TYPES);

    private Preview preview(String file, String... columns) throws IOException {
        return previews.of(
                ImportProcess.TYPES.get("products"),
                ImportProcess.RULES,
                List.of(columns),
                true,
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void guessesWhatColumnsAre() throws IOException {
        assertThat(preview("EAN;Artikelname;VK;Warengruppe;Farbe;Bestand\n").columns())
                .containsExactly("barcode", "name", "price", "category", "", "quantity");
        assertThat(preview("Title,Unit price,Vendor,UPC,SKU,E-Mail\n").columns())
                .containsExactly("name", "price", "brand", "barcode", "sku", "");
    }

    @Test
    void takesNoTwoColumnsForTheSame() throws IOException {
        assertThat(preview("name,Title,price\n").columns()).containsExactly("name", "", "price");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThat(preview("Title,Colour\nTea,red\n").errors())
                .singleElement()
                .satisfies(
                        error -> assertThat(error.field() + " " + error.code()).isEqualTo("price required"));
    }

    @Test
    void showsWhatIsWrongWithTheFirstRows() throws IOException {
        Preview preview = preview("name,price\nTea,1\nMilk,cheap\n");
        assertThat(preview.rows()).extracting(Preview.Row::line).containsExactly(2L, 3L);
        assertThat(preview.rows().get(0).faults()).containsExactly("", "");
        assertThat(preview.rows().get(1).faults().get(1)).isNotEmpty();
    }

    @Test
    void leavesOutTheRowThatTheBeginningBreaksOffIn() throws IOException {
        assertThat(preview("name,price\nTea,1\n\"Mil").rows()).hasSize(1);
    }

    @Test
    void refusesWhatHasNoHeader() {
        assertThatThrownBy(() -> preview("")).isInstanceOf(MalformedFile.class);
    }
}
