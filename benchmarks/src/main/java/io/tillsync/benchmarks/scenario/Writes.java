package io.tillsync.benchmarks.scenario;

import io.tillsync.benchmarks.client.Wire;
import io.tillsync.benchmarks.process.Tillsync;
import io.tillsync.benchmarks.process.Tillsync.Setup;
import io.tillsync.benchmarks.report.Samples;
import io.tillsync.benchmarks.report.Table;
import io.tillsync.benchmarks.scenario.Backstage.Shop;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.json.JsonWriterSettings;

/** Writers who change prices in one log, each of products of their own, beside a load and a save with Spring Data in the same server. */
public final class Writes implements Scenario {

    private static final JsonWriterSettings PLAIN_NUMBERS = JsonWriterSettings.builder()
            .decimal128Converter((number, writer) -> writer.writeNumber(number.toString()))
            .build();

    private static final int[] WRITERS = {1, 16, 64};
    private static final int PRODUCTS_EACH = 10;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 5;
    private static final double TARGET_RATE = 10_000;
    private static final double TARGET_RATIO = 3;

    private final AtomicInteger prices = new AtomicInteger(100);

    @Override
    public void run(Stage stage, Table table) throws Exception {
        Shop shop = stage.backstage().newShop();
        stage.backstage().fill(shop, 0, 64 * PRODUCTS_EACH);
        try (Tillsync server = stage.start(Setup.withProbe(), shop)) {
            makePlain(server, shop);
            for (int writers : WRITERS) {
                measure(stage, table, server, shop, writers);
            }
        }
    }

    /** The same products, as Spring Data keeps them. */
    private static void makePlain(Tillsync server, Shop shop) throws IOException {
        try (Wire wire = Wire.to(server.port())) {
            for (int i = 0; i < 64 * PRODUCTS_EACH; i++) {
                Map<String, Object> fields = new HashMap<>(Backstage.product(i));
                fields.put("id", "p" + i);
                String body = new Document(fields).toJson(PLAIN_NUMBERS);
                wire.exchange(Wire.request("POST", "/api/v1/plain", shop.manager(), body));
            }
        }
    }

    private void measure(Stage stage, Table table, Tillsync server, Shop shop, int writers) throws Exception {
        double[] own = new double[ROUNDS];
        double[] plain = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        List<Writer> all = IntStream.range(0, writers)
                .mapToObj(number -> new Writer(shop, number))
                .toList();
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            double ours = rate(stage, server, writers, all::get);
            double theirs = rate(stage, server, writers, number -> plain(shop, number));
            if (i >= 0) {
                own[i] = ours;
                plain[i] = theirs;
                ratios[i] = ours / theirs;
            }
        }
        tell(table, writers, Samples.median(own), Samples.median(plain), Samples.median(ratios));
    }

    private static double rate(Stage stage, Tillsync server, int writers, IntFunction<Rates.Caller> callers)
            throws InterruptedException {
        return Rates.of(
                server.port(),
                stage.sizes().round(),
                IntStream.range(0, writers).mapToObj(callers).toList());
    }

    private static void tell(Table table, int writers, double own, double plain, double ratio) {
        boolean isMost = writers == WRITERS[WRITERS.length - 1];
        table.row(
                "writes, " + writers + (writers == 1 ? " writer" : " writers"),
                "%s/s, %s times Spring Data's `@Version` (%s/s)"
                        .formatted(Table.number(own), Table.number(ratio), Table.number(plain)),
                isMost
                        ? Table.kept("10,000/s (on a real mongod)", own >= TARGET_RATE) + ", "
                                + Table.kept("3 times", ratio >= TARGET_RATIO)
                        : "");
    }

    /** Knows the versions of its own products. */
    private final class Writer implements Rates.Caller {

        private final Shop shop;
        private final int first;
        private final long[] versions = new long[PRODUCTS_EACH];
        private int next;

        Writer(Shop shop, int number) {
            this.shop = shop;
            this.first = number * PRODUCTS_EACH;
        }

        @Override
        public void ask(Wire wire) throws IOException {
            int product = next++ % PRODUCTS_EACH;
            if (versions[product] == 0) {
                versions[product] = Prices.version(wire, shop, first + product);
            }
            int status = wire.ask(Prices.change(shop, first + product, versions[product]++, prices.incrementAndGet()));
            if (status != 200) {
                throw new IllegalStateException("Answered with " + status);
            }
        }
    }

    private Rates.Caller plain(Shop shop, int number) {
        AtomicInteger next = new AtomicInteger();
        return wire -> {
            int product = number * PRODUCTS_EACH + next.getAndIncrement() % PRODUCTS_EACH;
            String body = "{\"price\":" + Prices.price(prices.incrementAndGet()) + "}";
            int status = wire.ask(Wire.request("PUT", "/api/v1/plain/p" + product, shop.manager(), body));
            if (status != 200) {
                throw new IllegalStateException("Answered with " + status);
            }
        };
    }
}
