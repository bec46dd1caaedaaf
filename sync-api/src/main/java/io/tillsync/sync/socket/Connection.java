package io.tillsync.sync.socket;

import io.socket.engineio.server.EngineIoWebSocket;
import io.socket.socketio.server.SocketIoSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;

/**
 * One client's WebSocket, as the library sees it: the bridge between the two. Whatever drives the library goes through its {@link Lane};
 * whatever is sent goes into its {@link Outbox}.
 */
final class Connection extends EngineIoWebSocket {

    private static final String CONNECT = "40";

    private final Connections connections;
    private final Lane lane = new Lane(this);
    private final Outbox outbox;
    private final Backlog backlog = new Backlog();
    private final AtomicBoolean overflowed = new AtomicBoolean();
    private final List<ScheduledFuture<?>> timers = new ArrayList<>(3);
    private @Nullable SocketIoSocket socket;
    private volatile @Nullable Member member;
    private volatile boolean ended;

    Connection(Wire wire, int queueSize, Connections connections) {
        this.connections = connections;
        this.outbox = new Outbox(queueSize, new Ordered(wire), () -> end(Ending.CLOSED));
    }

    /** A connected client. */
    record Member(SocketSession session, boolean wantsEvents) {}

    /** Does a step of the library in this connection's lane, unless the connection has ended. */
    void run(Runnable step) {
        lane.run(() -> {
            if (!ended) {
                step.run();
            }
        });
    }

    /** Passes a message of the client on to the library. */
    void receive(String text) {
        run(() -> emit("message", text));
    }

    /** Lets the client in: connected to the library, in its rooms, and known by its principal, before the client is told. */
    void join(Member joining) {
        run(() -> {
            emit("message", CONNECT);
            SocketIoSocket joined = socket;
            if (joined == null) {
                end(Ending.PROTOCOL);
                return;
            }
            member = joining;
            joined.joinRoom(joining.session().rooms().toArray(String[]::new));
            connections.joined(this, joining.session().principalId());
        });
    }

    /** The library has made its socket for this connection; called by it, in the lane, during {@link #join}. */
    void attach(SocketIoSocket made) {
        socket = made;
    }

    /**
     * Ends the connection: when this returns the library has forgotten it, and it is in no room. The WebSocket itself is closed soon after. Only the
     * first call counts. Must not be called under the library's monitors, but in the lane.
     */
    void end(Ending ending) {
        run(() -> {
            ended = true;
            outbox.finish(ending);
            timers.forEach(timer -> timer.cancel(false));
            timers.clear();
            emit("close");
            member().ifPresent(left -> connections.left(this, left.session().principalId()));
        });
    }

    /** Remembers a timer, to cancel it at the end; only called in the lane. */
    void keep(ScheduledFuture<?> timer) {
        timers.removeIf(ScheduledFuture::isDone);
        if (ended) {
            timer.cancel(false);
        } else {
            timers.add(timer);
        }
    }

    /** Never blocks and never throws. A client too slow to keep up is closed by another thread, since this one may hold anything. */
    @Override
    public void write(String message) {
        if (!outbox.offer(message) && overflowed.compareAndSet(false, true)) {
            connections.overflowed();
            Thread.ofVirtual().name("socket-overflow").start(() -> end(Ending.OVERFLOW));
        }
    }

    @Override
    public void write(byte[] message) {
        throw new UnsupportedOperationException("text only");
    }

    @Override
    public void close() {
        end(Ending.CLOSED);
    }

    /** All that the library needs of a request's query: the version, which has been checked. It keeps a request's secrets otherwise. */
    @Override
    public Map<String, String> getQuery() {
        return Map.of("EIO", "4");
    }

    @Override
    public Map<String, List<String>> getConnectionHeaders() {
        return Map.of();
    }

    Optional<Member> member() {
        return Optional.ofNullable(member);
    }

    Backlog backlog() {
        return backlog;
    }

    boolean stuckFor(Duration limit) {
        return lane.heldLongerThan(limit);
    }

    /** Holds "you are connected" back until the lane is through with {@link #join}: a client that has read it misses nothing. */
    private final class Ordered implements Wire {

        private final Wire wire;

        Ordered(Wire wire) {
            this.wire = wire;
        }

        @Override
        public void transmit(String text) throws IOException {
            if (text.startsWith(CONNECT)) {
                lane.run(() -> {});
            }
            wire.transmit(text);
        }

        @Override
        public void hangUp(CloseStatus status) throws IOException {
            wire.hangUp(status);
        }
    }
}
