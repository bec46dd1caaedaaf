package io.tillsync.console.convergence;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.tillsync.audit.log.RealMongo;
import io.tillsync.audit.log.TestMongo;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * A database of a test's own, which applications of other processes reach too: of the server that {@code TILLSYNC_TEST_MONGODB_URI}
 * names, else of one in this process's memory.
 */
final class TestServer implements AutoCloseable {

    private final Optional<MongoServer> embedded;
    private final String uri;
    private final MongoClient client;
    private final MongoDatabase database;

    TestServer() {
        String name = "tillsync-test-" + UUID.randomUUID().toString().substring(0, 18);
        Optional<String> real = Optional.ofNullable(System.getenv(RealMongo.URI));
        embedded = real.isPresent() ? Optional.empty() : Optional.of(memory());
        uri = named(real.orElseGet(() -> embedded.orElseThrow().getConnectionString()), name);
        client = MongoClients.create(TestMongo.durable(uri));
        database = client.getDatabase(name);
    }

    private static MongoServer memory() {
        // It complains of indexes, which it does without, and of clients that are killed.
        LoggingSystem.get(TestServer.class.getClassLoader()).setLogLevel("de.bwaldvogel", LogLevel.OFF);
        MongoServer server = new MongoServer(new MemoryBackend());
        // One worker: upserts of the same document are only atomic when no two of them run at once.
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, 1);
        return server;
    }

    /** With the database in the address; who was named there to log in is still looked for where he was. */
    private static String named(String address, String database) {
        String[] parts = address.split("\\?", 2);
        String options = parts.length > 1 ? parts[1] : "";
        String server = parts[0].replaceFirst("(?<=[^:/])/.*$", "");
        String source = parts[0].substring(server.length()).replaceFirst("^/", "");
        if (server.contains("@") && !options.contains("authSource")) {
            options += (options.isEmpty() ? "" : "&") + "authSource=" + (source.isEmpty() ? "admin" : source);
        }
        return server + "/" + database + (options.isEmpty() ? "" : "?" + options);
    }

    String uri() {
        return uri;
    }

    MongoDatabase database() {
        return database;
    }

    @Override
    public void close() {
        database.drop();
        client.close();
        embedded.ifPresent(MongoServer::shutdownNow);
    }
}
