package io.tillsync.audit.log;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;

/** A server that a test may fill; whatever it has made is gone when this is closed. */
public interface TestMongo extends AutoCloseable {

    /** The database of this test alone, empty at first. */
    MongoDatabase database();

    /** Another empty database of the same server. */
    MongoDatabase fresh();

    @Override
    void close();

    /** How the application connects: nothing counts as written or read that a failover could take back. */
    static MongoClientSettings durable(String uri) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .writeConcern(WriteConcern.MAJORITY)
                .readConcern(ReadConcern.MAJORITY)
                .build();
    }
}
