package io.tillsync.benchmarks.scenario;

import io.tillsync.benchmarks.client.TillSockets;
import io.tillsync.benchmarks.client.Wire;
import io.tillsync.benchmarks.process.Tillsync;
import io.tillsync.benchmarks.process.Tillsync.Setup;
import io.tillsync.benchmarks.report.Samples;
import io.tillsync.benchmarks.report.Table;
import io.tillsync.benchmarks.scenario.Backstage.Shop;
import java.time.Duration;

/** How long it takes from an office's click until tills that listen have the new price, and what a socket takes of memory. */
public final class Pushes implements Scenario {

    private static final int[] SOCKETS = {500, 2_000, 10_000};
    private static final int COMMITS = 20;
    private static final int WARM_UP = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private int prices = 500_000;

    @Override
    public void run(Stage stage, Table table) throws Exception {
        Shop shop = stage.shop(1_000);
        Setup setup = Setup.plain().with("server.tomcat.max-connections=20000");
        try (Tillsync server = stage.start(setup, shop);
                TillSockets tills = new TillSockets(server.port(), shop.till());
                Wire office = Wire.to(server.port())) {
            tills.growTo(10);
            hear(shop, tills, office, 10, WARM_UP);
            long before = server.residentBytesWithoutGarbage();
            for (int sockets : SOCKETS) {
                if (sockets <= stage.sizes().sockets()) {
                    tills.growTo(sockets);
                    long each = (server.residentBytesWithoutGarbage() - before) / sockets;
                    hear(shop, tills, office, sockets, 3);
                    tell(table, sockets, hear(shop, tills, office, sockets, COMMITS), each);
                }
            }
        }
    }

    private Samples hear(Shop shop, TillSockets tills, Wire office, int sockets, int commits) throws Exception {
        Samples samples = new Samples(sockets * commits);
        for (int i = 0; i < commits; i++) {
            int product = i;
            long version = Prices.version(office, shop, product);
            byte[] change = Prices.change(shop, product, version, prices++);
            tills.hear(() -> office.exchange(change), samples, PATIENCE);
        }
        return samples;
    }

    private static void tell(Table table, int sockets, Samples samples, long bytesEach) {
        table.row(
                "push of one change to " + Table.number(sockets) + " sockets, from the office's request on",
                "p50 %s ms, p99 %s ms; %s KB of memory each"
                        .formatted(
                                Table.number(samples.median()),
                                Table.number(samples.millis(0.99)),
                                Table.number(bytesEach / 1e3)));
    }
}
