package io.tillsync.core.importing;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;

/** What is kept of imports. */
record ImportStores(ImportJobs jobs, ImportFiles files, RejectedRows rejected, Tally tally) {

    static ImportStores of(MongoDatabase database, ImportProperties properties, Clock clock) {
        return new ImportStores(
                new ImportJobs(database, properties, clock),
                new ImportFiles(database, clock),
                new RejectedRows(database, clock),
                new Tally());
    }

    void createIndexes() {
        jobs.createIndexes();
        files.createIndexes();
        rejected.createIndexes();
    }
}
