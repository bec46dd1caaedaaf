package io.tillsync.sync.socket;

import io.socket.socketio.server.SocketIoSocket.ReceivedByLocalAcknowledgementCallback;
import io.tillsync.core.trace.RequestIds;
import io.tillsync.sync.socket.SocketRequests.HelloAnswer;
import java.util.Optional;
import java.util.function.BiFunction;
import org.json.JSONObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes clients' events from the library and has them answered elsewhere, off its locks. */
final class Requests {

    private static final Logger log = LoggerFactory.getLogger(Requests.class);
    private static final String MALFORMED = "malformed-request";
    private static final String RATE_LIMITED = "rate-limited";
    private static final String UNAVAILABLE = "unavailable";

    private final SocketRequests requests;

    Requests(SocketRequests requests) {
        this.requests = requests;
    }

    /** Called by the library in the connection's lane; its last argument is where the answer goes, if the client asked for one. */
    void received(Connection connection, String event, Object... arguments) {
        Answer answer = new Answer(connection, callback(arguments));
        Optional<String> token = token(arguments);
        Optional<BiFunction<SocketSession, String, JSONObject>> handler = handler(event);
        if (token.isEmpty() || handler.isEmpty()) {
            answer.send(error(MALFORMED));
        } else if (!connection
                .backlog()
                .offer(RequestIds.carried(() -> handle(connection, handler.get(), token.get(), answer)))) {
            answer.send(error(RATE_LIMITED));
        }
    }

    private Optional<BiFunction<SocketSession, String, JSONObject>> handler(String event) {
        return switch (event) {
            case "sync:hello" -> Optional.of((session, token) -> encode(requests.hello(session, token)));
            case "sync:ack" ->
                Optional.of((session, token) -> {
                    requests.ack(session, token);
                    return new JSONObject();
                });
            default -> Optional.empty();
        };
    }

    /** Whatever goes wrong with one: the client's other requests wait behind it. */
    private static void handle(
            Connection connection, BiFunction<SocketSession, String, JSONObject> handler, String token, Answer answer) {
        try {
            connection.member().ifPresent(member -> answer.send(handler.apply(member.session(), token)));
        } catch (RuntimeException | Error e) {
            log.warn("a client's request failed", e);
            answer.send(error(UNAVAILABLE));
        }
    }

    private static JSONObject encode(HelloAnswer answer) {
        return switch (answer) {
            case HelloAnswer.Standing standing ->
                new JSONObject().put("token", standing.token()).put("behind", standing.behind());
            case HelloAnswer.Refused refused -> error(refused.code());
        };
    }

    private static JSONObject error(String code) {
        return new JSONObject().put("error", new JSONObject().put("code", code));
    }

    private static Optional<String> token(Object... arguments) {
        return arguments.length > 0
                        && arguments[0] instanceof JSONObject payload
                        && payload.opt("token") instanceof String token
                ? Optional.of(token).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    private static Optional<ReceivedByLocalAcknowledgementCallback> callback(Object... arguments) {
        return arguments.length > 0
                        && arguments[arguments.length - 1] instanceof ReceivedByLocalAcknowledgementCallback callback
                ? Optional.of(callback)
                : Optional.empty();
    }

    /** Where an answer goes. */
    private record Answer(Connection connection, Optional<ReceivedByLocalAcknowledgementCallback> callback) {

        void send(JSONObject json) {
            callback.ifPresent(to -> connection.run(() -> to.sendAcknowledgement(json)));
        }
    }
}
