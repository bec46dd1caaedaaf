package io.tillsync.benchmarks.process;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A database of this run's own: of the server that {@code TILLSYNC_TEST_MONGODB_URI} names, else in the memory of a process made for it. */
public final class Database implements AutoCloseable {

    private static final String URI = "TILLSYNC_TEST_MONGODB_URI";

    private final Optional<JavaProcess> embedded;
    private final String uri;
    private final MongoClient client;
    private final MongoDatabase database;

    private Database(Optional<JavaProcess> embedded, String server) {
        String name = "tillsync-figures-" + UUID.randomUUID().toString().substring(0, 8);
        String[] parts = server.split("\\?", 2);
        this.embedded = embedded;
        this.uri = parts[0].replaceFirst("(?<=[^:/])/.*$", "") + "/" + name + (parts.length > 1 ? "?" + parts[1] : "");
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .build());
        this.database = client.getDatabase(name);
    }

    /** Starts it, or finds the one that is named. */
    public static Database open(Deployment deployment, String heap) {
        return Optional.ofNullable(System.getenv(URI))
                .map(server -> new Database(Optional.empty(), server))
                .orElseGet(() -> embedded(deployment, heap));
    }

    private static Database embedded(Deployment deployment, String heap) {
        int port = Ports.free();
        String classPath = deployment.jar() + ":" + Tool.jar();
        List<String> command = List.of(
                "-Xmx" + heap,
                "-XX:+UseParallelGC",
                "-XX:+UseCompactObjectHeaders",
                "-cp",
                classPath,
                EmbeddedMongo.class.getName(),
                Integer.toString(port));
        JavaProcess process = JavaProcess.start(deployment.work().resolve("database.log"), Map.of(), command);
        Ports.awaitOpen(port, process);
        return new Database(Optional.of(process), "mongodb://127.0.0.1:" + port);
    }

    /** What it is, for the reader of the figures. */
    public String description() {
        return embedded.isPresent()
                ? "mongo-java-server, in memory, one thread, in a process of its own"
                : "MongoDB "
                        + database.runCommand(new org.bson.Document("buildInfo", 1))
                                .getString("version");
    }

    String uri() {
        return uri;
    }

    /** It, as this process reaches it. */
    public MongoDatabase database() {
        return database;
    }

    @Override
    public void close() {
        if (embedded.isEmpty()) {
            database.drop();
        }
        client.close();
        embedded.ifPresent(JavaProcess::close);
    }
}
