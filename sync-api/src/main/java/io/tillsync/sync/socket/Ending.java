package io.tillsync.sync.socket;

import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;

/**
 * Why a connection ends, and what the client is told.
 *
 * @param lastWord the last packet, sent instead of all that still waits; null for none
 * @param status   of the WebSocket close frame
 */
record Ending(@Nullable String lastWord, CloseStatus status) {

    /** A packet of the engine (4) that says "the server disconnected you" (1): the client library stays away. */
    static final Ending CUT = new Ending("41", CloseStatus.POLICY_VIOLATION.withReason("cut off"));

    /** Without a last word, and with no packet after it, the client library tries again by itself. */
    static final Ending UNAVAILABLE = new Ending(null, CloseStatus.SERVICE_OVERLOAD.withReason("try again"));

    static final Ending OVERFLOW = new Ending(null, CloseStatus.SERVICE_OVERLOAD.withReason("too slow"));
    static final Ending PROTOCOL = new Ending(null, CloseStatus.PROTOCOL_ERROR);
    static final Ending STOPPING = new Ending(null, CloseStatus.GOING_AWAY);

    /** The client has left, or the library closed the connection (it does so when a client stays silent). */
    static final Ending CLOSED = new Ending(null, CloseStatus.NORMAL);

    /**
     * The client may not connect, and learns it as a {@code connect_error}.
     *
     * @param namespace the one it asked for, as packets have it: empty, or with a comma at the end
     */
    static Ending unauthorized(String namespace) {
        return new Ending(
                "44" + namespace + "{\"message\":\"unauthorized\"}",
                CloseStatus.POLICY_VIOLATION.withReason("unauthorized"));
    }
}
