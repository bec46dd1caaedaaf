package io.tillsync.sync.socket;

import static io.tillsync.sync.socket.Eventually.until;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The real library and all of ours around it, with fake WebSockets. */
final class SocketFixture implements AutoCloseable {

    static final Duration LONG = Duration.ofMinutes(1);

    final FakeTills tills = new FakeTills();
    final Connections connections = new Connections();
    final FanOut fanOut = new FanOut(16);
    final Engine engine;
    final Sockets sockets;
    private final Admission admission = new Admission(tills, connections);

    SocketFixture() {
        this(LONG, LONG);
    }

    SocketFixture(Duration joinTimeout, Duration ping) {
        engine = new Engine(
                new SocketProperties(1000, 16, 4096, joinTimeout, LONG, ping, ping, Duration.ZERO, List.of()),
                new Requests(tills));
        sockets = new LiveSockets(engine, connections, fanOut);
    }

    /** One client. */
    record Till(FakeWire wire, Connection connection) {}

    /** Opens a WebSocket, and no more. */
    Till open() {
        FakeWire wire = new FakeWire();
        Connection connection = new Connection(wire, 16, connections);
        connections.opened(connection);
        engine.accept(connection);
        return new Till(wire, connection);
    }

    /** Opens one and connects with what {@code auth} says. */
    Till connect(String auth) {
        Till till = open();
        admission.admit(till.connection(), "40" + auth);
        return till;
    }

    /** Terminal {@code id} of a room. */
    Till till(String id, String room) {
        return connect("{\"token\":\"till:" + id + "@" + room + "\"}");
    }

    /** Sends to a room and waits until it has been handed over. */
    void send(String room, String json) {
        sockets.send(room, "sync:commit", json, Sockets.Audience.ALL);
        awaitHandedOver();
    }

    void awaitHandedOver() {
        var done = new CountDownLatch(1);
        fanOut.submit(done::countDown);
        until(() -> done.getCount() == 0);
    }

    @Override
    public void close() {
        connections.drain(Duration.ZERO);
        fanOut.close();
        engine.close();
    }
}
