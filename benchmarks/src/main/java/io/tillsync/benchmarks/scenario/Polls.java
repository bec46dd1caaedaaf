package io.tillsync.benchmarks.scenario;

import io.tillsync.benchmarks.client.Wire;
import io.tillsync.benchmarks.process.Tillsync;
import io.tillsync.benchmarks.process.Tillsync.Setup;
import io.tillsync.benchmarks.report.Samples;
import io.tillsync.benchmarks.report.Table;
import io.tillsync.benchmarks.scenario.Backstage.Shop;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Tills that ask whether there is something new, and there is not, beside handlers that do nothing in the same server. */
public final class Polls implements Scenario {

    private static final int CALLERS = 4;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 7;
    private static final double TARGET = 0.9;

    private static final String BARE = "a servlet that does nothing, without any filter";
    private static final String EMPTY = "an empty handler, with the filters and the security of the API";
    private static final String KNOWN = "nothing-new poll, answered by 304";
    private static final String TOLD = "nothing-new poll, answered in JSON";

    @SuppressWarnings("ArrayRecordComponent")
    private record Kind(byte[] request, int expected) {}

    /** What all rounds of a kind gave: answers a second, and the server's processor time for each, in microseconds. */
    private record Round(double rate, double micros) {}

    @Override
    public void run(Stage stage, Table table) throws Exception {
        Shop shop = stage.shop(1_000);
        try (Tillsync server = stage.start(Setup.withProbe(), shop)) {
            Map<String, Kind> kinds = kinds(server, shop);
            for (int i = 0; i < WARM_UP; i++) {
                rounds(stage, server, kinds);
            }
            Map<String, double[]> rates = new LinkedHashMap<>();
            Map<String, double[]> micros = new LinkedHashMap<>();
            for (int i = 0; i < ROUNDS; i++) {
                int round = i;
                rounds(stage, server, kinds).forEach((name, measured) -> {
                    rates.computeIfAbsent(name, key -> new double[ROUNDS])[round] = measured.rate();
                    micros.computeIfAbsent(name, key -> new double[ROUNDS])[round] = measured.micros();
                });
            }
            kinds.keySet().forEach(name -> tell(table, name, rates, micros));
        }
    }

    private static Map<String, Kind> kinds(Tillsync server, Shop shop) throws Exception {
        String poll = "/api/v1/sync/changes?token=" + Tokens.now(server, shop);
        try (Wire wire = Wire.to(server.port())) {
            String tag = wire.exchange(Wire.get(poll, shop.till())).etag();
            Map<String, Kind> kinds = new LinkedHashMap<>();
            kinds.put(BARE, new Kind(Wire.get("/bare", ""), 200));
            kinds.put(EMPTY, new Kind(Wire.get("/api/v1/empty", shop.till()), 200));
            kinds.put(KNOWN, new Kind(Wire.get(poll, shop.till(), "If-None-Match: " + tag), 304));
            kinds.put(TOLD, new Kind(Wire.get(poll, shop.till()), 200));
            return kinds;
        }
    }

    private static Map<String, Round> rounds(Stage stage, Tillsync server, Map<String, Kind> kinds)
            throws InterruptedException {
        Map<String, Round> measured = new LinkedHashMap<>();
        for (Map.Entry<String, Kind> kind : kinds.entrySet()) {
            long before = server.processorTime().toNanos();
            long start = System.nanoTime();
            double rate = Rates.of(
                    server.port(),
                    stage.sizes().round(),
                    Collections.nCopies(
                            CALLERS,
                            Rates.same(
                                    kind.getValue().request(), kind.getValue().expected())));
            double answers = rate * (System.nanoTime() - start) / 1e9;
            measured.put(kind.getKey(), new Round(rate, (server.processorTime().toNanos() - before) / 1e3 / answers));
        }
        return measured;
    }

    private static void tell(Table table, String name, Map<String, double[]> rates, Map<String, double[]> micros) {
        double ratio = ratio(rates, name);
        table.row(
                name,
                "%s/s, %s µs of the server's processors, %s of the empty handler's rate"
                        .formatted(
                                Table.number(Samples.median(of(rates, name))),
                                Table.number(Samples.median(of(micros, name))),
                                Table.number(ratio)),
                name.equals(KNOWN) ? Table.kept("0.9 of the empty handler", ratio >= TARGET) : "");
    }

    /** The median of the rounds' ratios: what else the machine does hits both sides of a round. */
    private static double ratio(Map<String, double[]> rates, String name) {
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            ratios[i] = of(rates, name)[i] / of(rates, EMPTY)[i];
        }
        return Samples.median(ratios);
    }

    private static double[] of(Map<String, double[]> figures, String name) {
        return Objects.requireNonNull(figures.get(name));
    }
}
