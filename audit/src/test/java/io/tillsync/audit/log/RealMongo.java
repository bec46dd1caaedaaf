package io.tillsync.audit.log;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server outside of this process, which others may be using: only databases with random names of its own are touched. */
public final class RealMongo implements TestMongo {

    /** The environment variable that names the server. */
    public static final String URI = "TILLSYNC_TEST_MONGODB_URI";

    private final MongoClient client;
    private final List<MongoDatabase> databases = new CopyOnWriteArrayList<>();
    private final MongoDatabase database;

    private RealMongo(MongoClient client) {
        this.client = client;
        this.database = fresh();
    }

    public static RealMongo connect() {
        String uri = Objects.requireNonNull(System.getenv(URI), URI);
        return new RealMongo(MongoClients.create(TestMongo.durable(uri)));
    }

    @Override
    public MongoDatabase database() {
        return database;
    }

    @Override
    public MongoDatabase fresh() {
        MongoDatabase made = client.getDatabase(
                "tillsync-test-" + UUID.randomUUID().toString().substring(0, 18));
        databases.add(made);
        return made;
    }

    @Override
    public void close() {
        databases.forEach(MongoDatabase::drop);
        client.close();
    }
}
