package io.tillsync.benchmarks.scenario;

import io.tillsync.benchmarks.client.Wire;
import io.tillsync.benchmarks.process.Tillsync;
import io.tillsync.benchmarks.process.Tillsync.Setup;
import io.tillsync.benchmarks.report.Samples;
import io.tillsync.benchmarks.report.Table;
import io.tillsync.benchmarks.scenario.Backstage.Shop;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** A till that asks what has changed after one product did, in catalogs of different sizes. */
public final class Deltas implements Scenario {

    private static final int[] PRODUCTS = {1_000, 10_000, 100_000, 1_000_000};
    private static final int WARM_UP = 1_500;
    private static final int TIMES = 1_500;
    private static final double TARGET_MEDIAN = 1;
    private static final double TARGET_99 = 5;
    private static final double TARGET_RATIO = 1.2;

    private final Random random = new Random(1);
    private int prices = 2_000;

    @Override
    public void run(Stage stage, Table table) throws Exception {
        Map<Integer, Double> medians = new LinkedHashMap<>();
        for (int products : PRODUCTS) {
            if (products <= stage.sizes().products()) {
                Shop shop = stage.shop(products);
                try (Tillsync server = stage.start(Setup.plain(), shop)) {
                    Samples warm = measure(server, shop, products, WARM_UP);
                    Samples taken = measure(server, shop, products, TIMES);
                    medians.put(products, taken.median());
                    tell(table, products, taken, warm);
                }
            }
        }
        Double small = medians.get(10_000);
        Double large = medians.get(1_000_000);
        if (small != null && large != null) {
            table.row(
                    "the median at 1,000,000 products beside that at 10,000",
                    Table.number(large / small) + " times",
                    Table.kept("1.2 times", large / small <= TARGET_RATIO));
        }
    }

    private static void tell(Table table, int products, Samples taken, Samples warm) {
        table.row(
                "delta of one change, " + Table.number(products) + " products",
                "p50 %s ms, p99 %s ms".formatted(Table.number(taken.median()), Table.number(taken.millis(0.99))),
                Table.kept("1 ms, 5 ms", taken.median() <= TARGET_MEDIAN && taken.millis(0.99) <= TARGET_99));
        System.err.println("warm-up: p50 " + Table.number(warm.median()) + " ms");
    }

    /** Each time another product changes, and then the till asks. */
    private Samples measure(Tillsync server, Shop shop, int products, int times) throws IOException {
        Samples samples = new Samples(times);
        String token = Tokens.now(server, shop);
        try (Wire till = Wire.to(server.port());
                Wire office = Wire.to(server.port())) {
            for (int i = 0; i < times; i++) {
                Prices.change(office, shop, random.nextInt(products), prices++);
                byte[] request = Wire.get("/api/v1/sync/changes?token=" + token, shop.till(), "Accept-Encoding: gzip");
                long start = System.nanoTime();
                Wire.Reply reply = till.exchange(request);
                samples.add(System.nanoTime() - start);
                token = reply.etag().replace("\"", "");
            }
        }
        return samples;
    }
}
