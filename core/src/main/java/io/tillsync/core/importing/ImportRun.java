package io.tillsync.core.importing;

import io.tillsync.core.importing.ImportJobs.Claimed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one job from where it stands to its end: first reads the whole file, then imports its rows, chunk by chunk. */
final class ImportRun {

    private static final int LARGEST_CHUNK = 1_000_000;
    private static final int KEPT_EVERY_ROWS = 50_000;

    private final ImportStores stores;
    private final ImportTools tools;
    private final int chunkRows;
    private final Claimed job;
    private Progress progress;

    ImportRun(ImportStores stores, ImportTools tools, int chunkRows, Claimed job) {
        this.stores = stores;
        this.tools = tools;
        this.chunkRows = chunkRows;
        this.job = job;
        this.progress = job.progress();
    }

    /**
     * Runs until the job is over or somebody wants it to stop.
     *
     * @return whether it is over
     * @throws MalformedFile where the file is no table; nothing of it was imported then
     */
    boolean run(Stop stop) throws IOException {
        if (progress.rows().isEmpty()) {
            long rows = readThrough();
            progress = progress.readThrough(rows);
            stores.jobs().save(job, progress);
        }
        try (CsvRows file = open()) {
            skip(file, progress.counts().rows());
            ImportSteps steps = tools.steps(job, job.task().upload().columnsOf(file.header()), progress);
            boolean isFirst = true;
            for (List<Row> rows = chunk(file); !rows.isEmpty(); rows = chunk(file)) {
                if (stop.isWanted()) {
                    return false;
                }
                apply(steps, rows, isFirst);
                isFirst = false;
            }
        }
        return true;
    }

    private CsvRows open() throws IOException {
        return CsvRows.of(stores.files().open(job.task().file()));
    }

    private long readThrough() throws IOException {
        try (CsvRows file = open()) {
            long rows = 0;
            while (file.next().isPresent()) {
                keep(++rows);
            }
            return rows;
        }
    }

    private void skip(CsvRows file, long rows) throws MalformedFile {
        for (long row = 1; row <= rows; row++) {
            file.next();
            keep(row);
        }
    }

    /** Renews the lease now and then: to read a large file can take longer than that lasts, and whoever took over would read as long. */
    private void keep(long row) {
        if (row % KEPT_EVERY_ROWS == 0) {
            stores.jobs().keep(job);
        }
    }

    /** Cut by nothing but the file's own content, so that every run cuts it alike. */
    private List<Row> chunk(CsvRows file) throws MalformedFile {
        List<Row> rows = new ArrayList<>();
        int length = 0;
        while (rows.size() < chunkRows && length < LARGEST_CHUNK) {
            Optional<Row> next = file.next();
            if (next.isEmpty()) {
                break;
            }
            rows.add(next.get());
            length += next.get().length();
        }
        return rows;
    }

    private void apply(ImportSteps steps, List<Row> rows, boolean isFirst) {
        Chunk.Result result = Chunk.apply(steps, rows);
        if (isFirst || !result.rejected().isEmpty()) { // The first may replace what a run that died had kept.
            stores.rejected().save(job.task().id(), rows.getFirst().number(), result.rejected());
        }
        Counts done = Counts.NONE.plus(result.done(), result.rejected().size());
        progress = new Progress(
                progress.rows(),
                progress.counts().plus(done),
                steps.commits().next(),
                steps.stock().map(OpeningStock::nextCommit).orElse(progress.stockCommits()));
        stores.jobs().save(job, progress);
        stores.tally().add(done);
    }

    /** Whether a run is to end before its job does. */
    interface Stop {
        boolean isWanted();
    }
}
