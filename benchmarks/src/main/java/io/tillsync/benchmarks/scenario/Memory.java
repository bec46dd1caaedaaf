package io.tillsync.benchmarks.scenario;

import io.tillsync.benchmarks.client.TillSockets;
import io.tillsync.benchmarks.client.Wire;
import io.tillsync.benchmarks.process.Tillsync;
import io.tillsync.benchmarks.process.Tillsync.Setup;
import io.tillsync.benchmarks.report.Samples;
import io.tillsync.benchmarks.report.Table;
import io.tillsync.benchmarks.scenario.Backstage.Shop;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** What the process takes of memory when tills have loaded 20,000 products, listen, and ask. */
public final class Memory implements Scenario {

    private static final int PRODUCTS = 20_000;
    private static final int SOCKETS = 1_000;
    private static final int LOADS = 5;
    private static final int COMMITS = 20;
    private static final long TARGET = 256_000_000;

    /** Where memory is dear. */
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-Xms32m", "-Xmx112m");

    /** A price that a product has already is no change. */
    private int prices = 700_000;

    @Override
    public void run(Stage stage, Table table) throws Exception {
        Shop shop = stage.shop(PRODUCTS);
        measure(stage, table, shop, Setup.plain(), "");
        measure(stage, table, shop, Setup.plain().by(SMALL), ", by " + String.join(" ", SMALL));
    }

    private void measure(Stage stage, Table table, Shop shop, Setup setup, String how) throws Exception {
        try (Tillsync server = stage.start(setup, shop);
                TillSockets tills = new TillSockets(server.port(), shop.till());
                Wire office = Wire.to(server.port())) {
            long idle = server.residentBytes();
            for (int i = 0; i < LOADS; i++) {
                FirstLoads.load(server, shop);
            }
            long loaded = server.residentBytes();
            tills.growTo(SOCKETS);
            byte[] poll = Wire.get("/api/v1/sync/changes?token=" + Tokens.now(server, shop), shop.till());
            Rates.of(server.port(), Duration.ofSeconds(3), Collections.nCopies(4, Rates.same(poll, 200)));
            Samples samples = new Samples(SOCKETS * COMMITS);
            for (int i = 0; i < COMMITS; i++) {
                byte[] change = Prices.change(shop, i, Prices.version(office, shop, i), prices++);
                tills.hear(() -> office.exchange(change), samples, Duration.ofSeconds(20));
            }
            long busy = server.residentBytes();
            table.row(
                    "resident memory after loads of 20,000 products, with 1,000 sockets" + how,
                    "%s; %s after the start, %s after the loads, %s when its garbage is collected"
                            .formatted(
                                    Table.megabytes(busy),
                                    Table.megabytes(idle),
                                    Table.megabytes(loaded),
                                    Table.megabytes(server.residentBytesWithoutGarbage())),
                    how.isEmpty() ? "" : Table.kept("256 MB", busy <= TARGET));
        }
    }
}
