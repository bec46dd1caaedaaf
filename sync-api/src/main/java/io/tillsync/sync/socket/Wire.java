package io.tillsync.sync.socket;

import java.io.IOException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** The WebSocket under a connection. Both methods block; only the connection's {@link Outbox} calls them, from one thread at a time. */
interface Wire {

    /**
     * Sends a message.
     *
     * @throws IOException if the client did not take it in time, or is gone
     */
    void transmit(String text) throws IOException;

    /** Lets go of the WebSocket, with a close frame if it is still open. */
    void hangUp(CloseStatus status) throws IOException;

    /** The real one. */
    record Session(WebSocketSession session) implements Wire {

        @Override
        public void transmit(String text) throws IOException {
            session.sendMessage(new TextMessage(text));
        }

        @Override
        public void hangUp(CloseStatus status) throws IOException {
            session.close(status);
        }
    }
}
