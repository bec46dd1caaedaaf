package io.tillsync.benchmarks.scenario;

import io.tillsync.benchmarks.report.Table;

/** One thing that is measured, in bounded time. */
public interface Scenario {

    /** Measures it, and adds rows. */
    void run(Stage stage, Table table) throws Exception;
}
