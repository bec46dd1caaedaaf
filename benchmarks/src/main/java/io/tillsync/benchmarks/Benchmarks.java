package io.tillsync.benchmarks;

import io.tillsync.benchmarks.process.Database;
import io.tillsync.benchmarks.process.Deployment;
import io.tillsync.benchmarks.report.Machine;
import io.tillsync.benchmarks.report.Table;
import io.tillsync.benchmarks.scenario.Deltas;
import io.tillsync.benchmarks.scenario.FirstLoads;
import io.tillsync.benchmarks.scenario.Loops;
import io.tillsync.benchmarks.scenario.Memory;
import io.tillsync.benchmarks.scenario.Polls;
import io.tillsync.benchmarks.scenario.Pushes;
import io.tillsync.benchmarks.scenario.Scenario;
import io.tillsync.benchmarks.scenario.Stage;
import io.tillsync.benchmarks.scenario.Starts;
import io.tillsync.benchmarks.scenario.Writes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Measures everything, or the scenarios that are named, and prints the table. One that fails says so in its place. */
public final class Benchmarks {

    private static final Map<String, Supplier<Scenario>> SCENARIOS = scenarios();

    private Benchmarks() {}

    /** In the order in which the catalog grows. */
    private static Map<String, Supplier<Scenario>> scenarios() {
        Map<String, Supplier<Scenario>> scenarios = new LinkedHashMap<>();
        scenarios.put("start", Starts::new);
        scenarios.put("polls", Polls::new);
        scenarios.put("writes", Writes::new);
        scenarios.put("push", Pushes::new);
        scenarios.put("memory", Memory::new);
        scenarios.put("load", FirstLoads::new);
        scenarios.put("delta", Deltas::new);
        scenarios.put("loops", Loops::new);
        return scenarios;
    }

    public static void main(String[] arguments) throws IOException {
        Options options = Options.parse(arguments, SCENARIOS.keySet());
        Table table = new Table();
        long end = System.nanoTime() + options.longest().toNanos();
        Deployment deployment = Deployment.of(
                Path.of(System.getProperty("benchmarks.application")),
                options.jvm(),
                Path.of(System.getProperty("benchmarks.work")));
        String database;
        try (Database opened = Database.open(deployment, options.databaseHeap());
                Stage stage = new Stage(deployment, opened, options.sizes(), end)) {
            database = opened.description();
            for (String name : options.scenarios()) {
                if (System.nanoTime() > end) {
                    table.row(name, "not measured: the time was over");
                } else {
                    run(name, stage, table);
                }
            }
        }
        String report = Machine.describe(database, options.jvm()) + "\n\n" + table;
        System.out.println(report);
        if (options.out().isPresent()) {
            Files.writeString(options.out().get(), report);
        }
        System.exit(0);
    }

    private static void run(String name, Stage stage, Table table) {
        long start = System.nanoTime();
        try {
            Objects.requireNonNull(SCENARIOS.get(name)).get().run(stage, table);
        } catch (Exception | Error e) {
            e.printStackTrace();
            table.row(name, "not measured: " + e.getMessage());
        }
        System.err.printf("%s took %.1f s%n", name, (System.nanoTime() - start) / 1e9);
    }
}
