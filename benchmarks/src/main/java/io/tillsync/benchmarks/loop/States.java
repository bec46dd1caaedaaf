package io.tillsync.benchmarks.loop;

import java.math.BigDecimal;
import java.time.Instant;
import org.bson.Document;

/** States as the log holds them. */
public final class States {

    private States() {}

    /** A product of usual size. */
    public static Document product(int number) {
        return new Document("id", "p" + number)
                .append("syncVersion", 2L)
                .append("seq", 7L)
                .append("createdAt", Instant.ofEpochMilli(1_700_000_000_000L))
                .append("updatedAt", Instant.ofEpochMilli(1_700_000_001_000L))
                .append("name", "Organic whole grain spelt noodles " + number)
                .append("price", new BigDecimal("12.49"))
                .append("sku", "SKU-" + number)
                .append("barcode", Long.toString(4_000_000_000_000L + number))
                .append("description", "Noodles of spelt from the region, made without egg, 500 g in a paper bag.")
                .append("cost", new BigDecimal("7.13"))
                .append("isActive", true);
    }
}
