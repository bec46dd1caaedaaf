package io.tillsync.benchmarks.scenario;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.tillsync.audit.log.LogId;
import io.tillsync.benchmarks.client.Wire;
import io.tillsync.benchmarks.process.Tillsync;
import io.tillsync.benchmarks.process.Tillsync.Setup;
import io.tillsync.benchmarks.report.Samples;
import io.tillsync.benchmarks.report.Table;
import io.tillsync.benchmarks.scenario.Backstage.Shop;
import io.tillsync.core.tenancy.Logs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;

/** A till that loads everything, beside reading the same documents by the driver and compressing them, and nothing else. */
public final class FirstLoads implements Scenario {

    private static final int[] PRODUCTS = {20_000, 100_000};
    private static final int PAGE = 10_000;
    private static final int TIMES = 5;
    private static final double TARGET_SECONDS = 0.5;

    record Load(double seconds, long bytes) {}

    @Override
    public void run(Stage stage, Table table) throws Exception {
        for (int products : PRODUCTS) {
            if (products <= stage.sizes().products()) {
                Shop shop = stage.shop(products);
                try (Tillsync server = stage.start(Setup.plain(), shop)) {
                    tell(stage, table, products, shop, server);
                }
            }
        }
    }

    private static void tell(Stage stage, Table table, int products, Shop shop, Tillsync server) throws IOException {
        Load first = load(server, shop);
        Load[] later = new Load[TIMES];
        double[] raw = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            later[i] = load(server, shop);
            raw[i] = raw(stage.database(), shop).seconds();
        }
        double median = Samples.median(
                IntStream.range(0, TIMES).mapToDouble(i -> later[i].seconds()).toArray());
        String what = "first load of " + Table.number(products) + " products";
        table.row(what + ", the first of a new process", Table.number(first.seconds()) + " s");
        table.row(
                what + ", median of the next " + TIMES,
                "%s s, %s, %s times the driver + gzip"
                        .formatted(
                                Table.number(median),
                                Table.megabytes(first.bytes()),
                                Table.number(median / Samples.median(raw))),
                products == PRODUCTS[0] ? Table.kept("0.5 s", median <= TARGET_SECONDS) : "");
    }

    static Load load(Tillsync server, Shop shop) throws IOException {
        long start = System.nanoTime();
        long bytes = 0;
        try (Wire wire = Wire.to(server.port())) {
            String target = "/api/v1/sync/full?limit=" + PAGE;
            boolean isOver = false;
            while (!isOver) {
                Wire.Reply reply = wire.exchange(Wire.get(target, shop.till(), "Accept-Encoding: gzip"));
                bytes += reply.body().length;
                byte[] end = end(reply);
                isOver = !new String(end, java.nio.charset.StandardCharsets.UTF_8).contains("nextPageToken");
                target = "/api/v1/sync/full?limit=" + PAGE + "&pageToken=" + Tokens.in(end);
            }
        }
        return new Load((System.nanoTime() - start) / 1e9, bytes);
    }

    /** The last of an answer; all of it is unpacked, as a till would. */
    private static byte[] end(Wire.Reply reply) throws IOException {
        byte[] all = reply.isCompressed()
                ? new GZIPInputStream(new ByteArrayInputStream(reply.body()), 64 * 1024).readAllBytes()
                : reply.body();
        int length = Math.min(2_000, all.length);
        return java.util.Arrays.copyOfRange(all, all.length - length, all.length);
    }

    private static Load raw(MongoDatabase database, Shop shop) throws IOException {
        long start = System.nanoTime();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes, 64 * 1024)) {
            LogId log = Logs.business(shop.business());
            MongoCursor<RawBsonDocument> documents = database.getCollection("products", RawBsonDocument.class)
                    .find(Filters.and(Filters.gt("_id", log.key("")), Filters.lt("_id", log.keyEnd())))
                    .sort(Sorts.ascending("_id"))
                    .batchSize(1_000)
                    .cursor();
            while (documents.hasNext()) {
                ByteBuf document = documents.next().getByteBuffer();
                out.write(document.array(), document.position(), document.remaining());
            }
        }
        return new Load((System.nanoTime() - start) / 1e9, bytes.size());
    }
}
