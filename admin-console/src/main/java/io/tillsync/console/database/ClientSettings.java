package io.tillsync.console.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;

/** How this process speaks to MongoDB: what was acknowledged survives a failover, what is read was acknowledged, and nothing hangs. */
final class ClientSettings {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int SELECTION_MILLIS = 2_500;
    private static final int OPERATION_MILLIS = 10_000;
    private static final int CONNECTIONS = 100;

    private ClientSettings() {}

    /** Times and sizes are only defaults, which the connection string can change; what makes the log right is not. */
    static MongoClientSettings of(ConnectionString server) {
        return MongoClientSettings.builder()
                .applicationName("tillsync")
                .timeout(OPERATION_MILLIS, MILLISECONDS)
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_MILLIS, MILLISECONDS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_MILLIS, MILLISECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxSize(CONNECTIONS).maxWaitTime(SELECTION_MILLIS, MILLISECONDS))
                .applyConnectionString(server)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .build();
    }
}
