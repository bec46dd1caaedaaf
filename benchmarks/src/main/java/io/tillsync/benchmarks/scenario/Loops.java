package io.tillsync.benchmarks.scenario;

import io.tillsync.benchmarks.report.Table;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The inner loops, by JMH: time and allocation of each call. */
public final class Loops implements Scenario {

    private static final Map<String, String> WORDS = Map.of(
            "fold", "fold 100 commits to 50 products",
            "hash", "link a commit to the chain (SHA-256)",
            "merge", "compare and merge three states",
            "encode", "write a product as JSON");

    @Override
    public void run(Stage stage, Table table) throws Exception {
        Options options = new OptionsBuilder()
                .include("io\\.tillsync\\..*Loop")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        for (RunResult result : new Runner(options).run()) {
            String name = result.getPrimaryResult().getLabel();
            Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
            table.row(
                    "loop: " + WORDS.getOrDefault(name, name),
                    "%s µs, %s bytes allocated"
                            .formatted(
                                    Table.number(result.getPrimaryResult().getScore()),
                                    allocated == null ? "?" : Table.number(allocated.getScore())));
        }
    }
}
