package io.tillsync.audit.log;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of this process, in memory, as demo mode has one. */
public final class EmbeddedMongo implements TestMongo {

    private final MongoServer server;
    private final MongoClient client;
    private final AtomicInteger databases = new AtomicInteger();
    private final MongoDatabase database;

    private EmbeddedMongo(MongoServer server) {
        this.server = server;
        this.client = MongoClients.create(TestMongo.durable(server.getConnectionString()));
        this.database = fresh();
    }

    public static EmbeddedMongo start() {
        MongoServer server = new MongoServer(new MemoryBackend());
        // One worker: upserts of the same document are only atomic when no two of them run at once.
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, 1);
        return new EmbeddedMongo(server);
    }

    @Override
    public MongoDatabase database() {
        return database;
    }

    @Override
    public MongoDatabase fresh() {
        return client.getDatabase("tillsync-test-" + databases.incrementAndGet());
    }

    /** For a client of a test's own. */
    public String uri() {
        return server.getConnectionString();
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
