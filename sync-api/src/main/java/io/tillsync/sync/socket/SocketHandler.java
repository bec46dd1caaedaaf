package io.tillsync.sync.socket;

import io.tillsync.core.trace.RequestIds;
import jakarta.websocket.Session;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Brings WebSockets to the engine, and of what their clients send only what the protocol has for them. */
final class SocketHandler extends TextWebSocketHandler {

    private static final Logger log = LoggerFactory.getLogger(SocketHandler.class);
    private static final String CONNECTION = SocketHandler.class.getName();

    private final SocketProperties properties;
    private final Connections connections;
    private final Engine engine;
    private final Admission admission;

    SocketHandler(SocketProperties properties, Connections connections, Engine engine, Admission admission) {
        this.properties = properties;
        this.connections = connections;
        this.engine = engine;
        this.admission = admission;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        limit(session);
        Connection connection = new Connection(new Wire.Session(session), properties.queueSize(), connections);
        session.getAttributes().put(CONNECTION, connection);
        connections.opened(connection);
        engine.accept(connection);
    }

    /** Tomcat waits 20 s for a client to take a message, and 30 s for it to confirm a close, unless told here. */
    private void limit(WebSocketSession session) {
        session.setTextMessageSizeLimit(properties.maxMessageSize());
        Session tomcat =
                session instanceof NativeWebSocketSession container ? container.getNativeSession(Session.class) : null;
        if (tomcat != null) {
            Long timeout = properties.sendTimeout().toMillis();
            tomcat.getUserProperties().put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", timeout);
            tomcat.getUserProperties().put("org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT", timeout);
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        if (session.getAttributes().get(CONNECTION) instanceof Connection connection) {
            try {
                Optional<String> request =
                        Optional.ofNullable((String) session.getAttributes().get(RequestIds.KEY));
                RequestIds.run(request, () -> receive(connection, message.getPayload()));
            } catch (RuntimeException | StackOverflowError e) {
                log.warn("a message could not be handled", e);
                connection.end(Ending.PROTOCOL);
            }
        }
    }

    /** 3: pong, 40: connect, 42: event. The rest either asks to leave (41), or is nothing that a client of ours has reason to send. */
    private void receive(Connection connection, String text) {
        if (ConnectPacket.isConnect(text)) {
            admission.admit(connection, text);
        } else if (text.equals("3")
                || (text.startsWith("42") && connection.member().isPresent())) {
            connection.receive(text);
        } else if (text.startsWith("41")) {
            connection.end(Ending.CLOSED);
        } else {
            connection.end(Ending.PROTOCOL);
        }
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        if (session.getAttributes().get(CONNECTION) instanceof Connection connection) {
            connection.end(Ending.PROTOCOL);
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable cause) {
        log.debug("a connection broke: {}", cause.toString());
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        if (session.getAttributes().get(CONNECTION) instanceof Connection connection) {
            connections.gone(connection);
        }
    }
}
