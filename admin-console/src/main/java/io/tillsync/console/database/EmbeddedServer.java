package io.tillsync.console.database;

import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A MongoDB for the demo: in this process's memory, on a port of its own that only this machine reaches. */
final class EmbeddedServer implements AutoCloseable {

    private static final int ANY_PORT = 0;

    private final MongoServer server = new MongoServer(new SortingBackend());

    EmbeddedServer() {
        // With one worker, it does one thing at a time, as each single operation of a real server is atomic.
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ANY_PORT), 1, 1);
    }

    ConnectionString address() {
        return new ConnectionString(server.getConnectionString());
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
