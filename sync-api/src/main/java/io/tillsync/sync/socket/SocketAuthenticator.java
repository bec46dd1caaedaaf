package io.tillsync.sync.socket;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides who may connect. */
@FunctionalInterface
public interface SocketAuthenticator {

    /**
     * Called once per connect, before the client is told anything, and a second time if somebody was cut off meanwhile. It may do I/O: it
     * holds up no other socket.
     *
     * <p>Whoever follows logs for the sake of their sockets starts to follow here: what is committed after this returns is sent to the new
     * socket, though {@link Sockets#rooms} names its rooms only a moment later.
     *
     * @param token   {@code auth.token} as the client sent it, never blank
     * @param storeId {@code auth.storeId}, or null where the client named none
     * @return empty for whatever must not connect; the client is then given a {@code connect_error} "unauthorized". Any exception means that
     *     nobody can tell just now: the connection is closed, and the client tries again by itself
     */
    Optional<SocketSession> authenticate(String token, @Nullable String storeId);
}
