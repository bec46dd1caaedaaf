package io.tillsync.sync.socket;

import io.socket.engineio.server.EngineIoServer;
import io.socket.engineio.server.EngineIoServerOptions;
import io.socket.engineio.server.EngineIoSocket;
import io.socket.socketio.server.SocketIoNamespace;
import io.socket.socketio.server.SocketIoServer;
import io.socket.socketio.server.SocketIoServerOptions;
import io.socket.socketio.server.SocketIoSocket;
import io.socket.socketio.server.parser.IOParser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.LogRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Socket.IO library, set up so that it is safe to use. Its listeners swallow exceptions and run under its locks; so ours only pass things
 * on.
 */
final class Engine implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Engine.class);
    /** The library's own, which warns of whatever a client sends that is no JSON, with a stack trace each time. */
    private static final java.util.logging.Logger PARSER = java.util.logging.Logger.getLogger(IOParser.class.getName());

    private final Timers timers = new Timers();
    private final EngineIoServer server;
    private final RoomAdapter rooms;
    private final Requests requests;
    private final AtomicInteger entries = new AtomicInteger();

    Engine(SocketProperties properties, Requests requests) {
        this.requests = requests;
        PARSER.setFilter(Engine::tellInShort);
        server = new EngineIoServer(engineOptions(properties));
        server.on("connection", opened -> count((EngineIoSocket) opened[0]));
        SocketIoNamespace namespace = new SocketIoServer(server, socketOptions(properties)).namespace("/");
        namespace.on("connection", joined -> attach((SocketIoSocket) joined[0]));
        rooms = (RoomAdapter) namespace.getAdapter();
    }

    private static boolean tellInShort(LogRecord complaint) {
        log.debug("a client's message cannot be read: {}", String.valueOf(complaint.getThrown()));
        return false;
    }

    private EngineIoServerOptions engineOptions(SocketProperties properties) {
        EngineIoServerOptions options = EngineIoServerOptions.newFromDefault()
                .setCorsHandlingDisabled(true)
                .setAllowedCorsOrigins(EngineIoServerOptions.ALLOWED_CORS_ORIGIN_NONE)
                .setPingInterval(properties.pingInterval().toMillis())
                .setPingTimeout(properties.pingTimeout().toMillis());
        options.setScheduledExecutorService(timers);
        return options;
    }

    private static SocketIoServerOptions socketOptions(SocketProperties properties) {
        return SocketIoServerOptions.newFromDefault()
                .setAdapterFactory(RoomAdapter::new)
                .setConnectionTimeout(properties.joinTimeout().toMillis());
    }

    /** Greets the client. From now on it has as long as a client may take to join. */
    void accept(Connection connection) {
        connection.run(() -> server.handleWebSocket(connection));
    }

    private void count(EngineIoSocket entry) {
        entries.incrementAndGet();
        entry.on("close", (socket, reason) -> entries.decrementAndGet());
    }

    private void attach(SocketIoSocket socket) {
        Connection connection = Lane.current();
        connection.attach(socket);
        socket.registerAllEventListener((event, arguments) -> requests.received(connection, event, arguments));
    }

    RoomAdapter rooms() {
        return rooms;
    }

    /** Connections that the library knows; if this stays above the open ones, it leaks. */
    int entries() {
        return entries.get();
    }

    /** Timers that wait; about two a connection. */
    int timers() {
        return timers.getQueue().size();
    }

    @Override
    public void close() {
        server.shutdown();
        timers.shutdownNow();
    }
}
