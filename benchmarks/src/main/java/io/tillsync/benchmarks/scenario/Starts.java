package io.tillsync.benchmarks.scenario;

import io.tillsync.benchmarks.process.Tillsync;
import io.tillsync.benchmarks.process.Tillsync.Setup;
import io.tillsync.benchmarks.report.Samples;
import io.tillsync.benchmarks.report.Table;
import io.tillsync.benchmarks.scenario.Backstage.Shop;

/** How long it takes from the start of a process until it has answered a till's first request. */
public final class Starts implements Scenario {

    private static final int TIMES = 5;
    private static final double TARGET_SECONDS = 3;

    @Override
    public void run(Stage stage, Table table) {
        Shop shop = stage.shop(1_000);
        double cached = median(stage, shop, Setup.plain());
        double uncached = median(stage, shop, Setup.plain().uncached());
        table.row(
                "time to the first request answered, with an AOT cache, median of " + TIMES,
                Table.number(cached) + " s",
                Table.kept("3 s", cached <= TARGET_SECONDS));
        table.row("the same without one", Table.number(uncached) + " s");
    }

    private static double median(Stage stage, Shop shop, Setup setup) {
        double[] seconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            Tillsync server = stage.start(setup, shop);
            seconds[i] = (System.nanoTime() - start) / 1e9;
            server.close();
        }
        return Samples.median(seconds);
    }
}
