package io.tillsync.console.convergence;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** As much of a Socket.IO client as a till needs. Whatever goes wrong, it is {@link BrokenOff}. */
final class LiveSocket implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<Optional<JsonNode>> commits = new LinkedBlockingQueue<>();
    private final CompletableFuture<JsonNode> hello = new CompletableFuture<>();
    private final CompletableFuture<String> connected = new CompletableFuture<>();
    private final WebSocket webSocket;

    private LiveSocket(HttpClient client, URI server, String token) {
        String address = server.toString().replaceFirst("http", "ws") + "/socket.io/?EIO=4&transport=websocket";
        this.webSocket = soon(client.newWebSocketBuilder().buildAsync(URI.create(address), new Packets(token)));
    }

    /** Connects, and says where the till stands; the answer is {@code {token, behind}}, or an error. */
    static LiveSocket hello(HttpClient client, URI server, String token, String syncToken) {
        LiveSocket socket = new LiveSocket(client, server, token);
        String answer = socket.soon(socket.connected);
        if (!answer.startsWith("40")) {
            throw new AssertionError("Not let in: " + answer);
        }
        ObjectNode hello = Answer.JSON.createObjectNode().put("token", syncToken);
        socket.soon(socket.webSocket.sendText("420[\"sync:hello\"," + hello + "]", true));
        return socket;
    }

    JsonNode answerToHello() {
        return soon(hello);
    }

    /** The next {@code sync:commit}; empty where there is none within that time. */
    Optional<JsonNode> next(long millis) {
        try {
            Optional<JsonNode> next = commits.poll(millis, TimeUnit.MILLISECONDS);
            if (next == null) {
                return Optional.empty();
            }
            if (next.isEmpty()) {
                throw new BrokenOff("socket");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private <T> T soon(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new BrokenOff("socket: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As when a cable is pulled. */
    void breakOff() {
        webSocket.abort();
    }

    /** As when a till is switched off. */
    @Override
    public void close() {
        var unused =
                webSocket.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((socket, failure) -> webSocket.abort());
    }

    private final class Packets implements WebSocket.Listener {

        private final String token;
        private final StringBuilder text = new StringBuilder();

        Packets(String token) {
            this.token = token;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            from.request(1);
            if (last) {
                String packet = text.toString();
                text.setLength(0);
                return take(from, packet);
            }
            return null;
        }

        private @Nullable CompletionStage<?> take(WebSocket from, String packet) {
            if (packet.startsWith("0")) {
                return from.sendText("40{\"token\":\"" + token + "\",\"events\":false}", true);
            } else if (packet.equals("2")) {
                return from.sendText("3", true);
            } else if (packet.startsWith("40") || packet.startsWith("44")) {
                connected.complete(packet);
            } else if (packet.startsWith("430")) {
                hello.complete(Answer.JSON.readTree(packet.substring(3)).path(0));
            } else if (packet.startsWith("42[\"sync:commit\"")) {
                commits.add(
                        Optional.of(Answer.JSON.readTree(packet.substring(2)).path(1)));
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            over(new BrokenOff("closed: " + status));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            over(error);
        }

        private void over(Throwable why) {
            connected.completeExceptionally(why);
            hello.completeExceptionally(why);
            commits.add(Optional.empty());
        }
    }
}
