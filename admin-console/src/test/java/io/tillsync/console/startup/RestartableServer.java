package io.tillsync.console.startup;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** A MongoDB that can go away and come back on the same port, with all that it was told. Begins stopped. */
public final class RestartableServer implements AutoCloseable {

    private final MongoBackend memory = new MemoryBackend() {
        @Override
        public void close() {
            // Survives the server that it belongs to.
        }
    };
    private final InetSocketAddress address = freeAddress();
    private Optional<MongoServer> running = Optional.empty();

    public static RestartableServer started() {
        RestartableServer server = new RestartableServer();
        server.start();
        return server;
    }

    private static InetSocketAddress freeAddress() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + address.getPort() + "/tillsync";
    }

    public void start() {
        MongoServer server = new MongoServer(memory);
        server.bind(address, 1, 1);
        running = Optional.of(server);
    }

    /** Breaks all connections, too. */
    public void stop() {
        running.ifPresent(MongoServer::shutdownNow);
        running = Optional.empty();
    }

    @Override
    public void close() {
        stop();
    }
}
