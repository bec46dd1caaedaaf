package io.tillsync.console.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** A line of {@code products.csv}, which is by others: see {@code ATTRIBUTION.md} beside it. */
record DemoProduct(String barcode, String name, String category, BigDecimal price, BigDecimal quantity) {

    static List<DemoProduct> all() {
        try (Reader lines = new InputStreamReader(
                        new ClassPathResource("demo/products.csv").getInputStream(), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(lines)) {
            return reader.stream().map(DemoProduct::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DemoProduct of(NamedCsvRecord line) {
        return new DemoProduct(
                line.getField("barcode"),
                line.getField("name"),
                line.getField("category"),
                new BigDecimal(line.getField("price")),
                new BigDecimal(line.getField("quantity")));
    }
}
