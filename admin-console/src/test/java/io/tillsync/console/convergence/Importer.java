package io.tillsync.console.convergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;

/** Somebody who imports a file into a business, with the opening stock of one store, while others edit. */
final class Importer {

    static final int ROWS = 2_000;

    private final Seed seed;
    private final Caller caller;
    private final String store;

    Importer(Seed seed, Caller caller, String store) {
        this.seed = seed;
        this.caller = caller;
        this.store = store;
    }

    /** Sends the file; the path to ask how far it is. */
    String start(int server) {
        Random random = seed.of("importer", 0);
        Call call = Call.post("/imports/products")
                .with("Content-Type", "text/csv")
                .with("Content-Encoding", "gzip")
                .with("X-Store-Id", store)
                .with("Idempotency-Key", "import")
                .containing(zipped(file(random)));
        String path = caller.callOverBadNetwork(server, call, random)
                .must(202)
                .header("Location")
                .orElseThrow();
        return path.substring(path.indexOf("/imports/"));
    }

    /** Every twentieth row is about a product that editors have, if one has that SKU now. */
    private static String file(Random random) {
        StringBuilder file = new StringBuilder("sku,name,price,barcode,category,quantity\r\n");
        for (int row = 0; row < ROWS; row++) {
            boolean contended = row % 20 == 0;
            file.append(contended ? "SKU-" + row / 20 % 30 : "IMP-" + row)
                    .append(",\"Imported, no. ")
                    .append(row)
                    .append("\",")
                    .append(random.nextInt(1000))
                    .append('.')
                    .append(10 + random.nextInt(90))
                    .append(',')
                    .append(contended ? "" : "50000" + row)
                    .append(',')
                    .append("north category ")
                    .append(random.nextInt(16))
                    .append(',')
                    .append(contended ? "" : String.valueOf(1 + random.nextInt(50)))
                    .append("\r\n");
        }
        return file.toString();
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Waits until it is through; what came of it. */
    JsonNode awaitEnd(int server, String path) {
        return await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> caller.call(server, Call.get(path)).must(200).data(),
                        job -> job.path("state").asString().matches("done|failed"));
    }

    static void check(JsonNode job) {
        assertThat(job.path("state").asString()).as("%s", job).isEqualTo("done");
        assertThat(job.path("created").asInt()
                        + job.path("updated").asInt()
                        + job.path("unchanged").asInt()
                        + job.path("rejected").asInt())
                .as("%s", job)
                .isEqualTo(ROWS);
        assertThat(job.path("updated").asInt() + job.path("unchanged").asInt())
                .as("%s: more than the rows about products of editors", job)
                .isLessThanOrEqualTo(ROWS / 20);
        assertThat(job.path("created").asInt()).as("%s", job).isGreaterThan(ROWS / 2);
    }
}
