package io.tillsync.console.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** A till of the first store: loads everything, then follows by its socket, and pulls where something is missing; as docs/protocol.md says. */
final class FollowingTill implements AutoCloseable {

    private static final String EVENT = "42";

    private final Rest rest;
    private final Map<String, JsonNode> copy = new ConcurrentHashMap<>();
    private final AtomicInteger pushed = new AtomicInteger();
    private final WebSocket socket;
    private volatile String token = "";

    private FollowingTill(Rest rest) {
        this.rest = rest;
        load();
        URI address = URI.create(rest.base().replace("http:", "ws:") + "/socket.io/?EIO=4&transport=websocket");
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Listener())
                .join();
    }

    /** Enrols a new till with the code that an admin has. */
    static FollowingTill enrolled(String base, String code) {
        JsonNode answer = new Rest(base, "")
                .send(
                        "POST",
                        "/sync/register",
                        "{\"code\":\"%s\",\"deviceName\":\"Test\",\"appVersion\":\"1\"}".formatted(code));
        return new FollowingTill(
                new Rest(base, answer.path("data").path("token").asString()));
    }

    private void load() {
        String page = "/sync/full?limit=10000";
        while (token.isEmpty()) {
            JsonNode answer = rest.get(page);
            answer.path("data")
                    .properties()
                    .forEach(type -> type.getValue().forEach(state -> take(type.getKey(), state)));
            token = answer.path("syncToken").asString("");
            page = "/sync/full?limit=10000&pageToken="
                    + answer.path("nextPageToken").asString("");
        }
    }

    private synchronized void take(String type, JsonNode state) {
        String key = type + "/" + state.path("id").asString();
        JsonNode known = copy.get(key);
        if (known == null
                || known.path("syncVersion").asLong()
                        < state.path("syncVersion").asLong()) {
            copy.put(key, state);
        }
    }

    private synchronized void apply(JsonNode commit) {
        List<String> parts = Arrays.asList(token.split(","));
        int part = parts.indexOf(commit.path("prevToken").asString());
        if (part < 0 || commit.path("changes").isNull()) {
            pull();
            return;
        }
        for (JsonNode change : commit.path("changes")) {
            String type = change.path("entityType").asString();
            if (change.path("changeType").asString().equals("deleted")) {
                copy.remove(type + "/" + change.path("entityId").asString());
            } else if (change.has("entity")) {
                take(type, change.path("entity"));
            } else {
                pull();
                return;
            }
        }
        parts.set(part, commit.path("token").asString());
        token = String.join(",", parts);
        pushed.incrementAndGet();
    }

    /** Everything after what is known. */
    synchronized void pull() {
        boolean more = true;
        while (more) {
            JsonNode answer = rest.get("/sync/changes?token=" + token);
            answer.path("data").properties().forEach(type -> {
                type.getValue().path("created").forEach(state -> take(type.getKey(), state));
                type.getValue().path("updated").forEach(state -> take(type.getKey(), state));
                type.getValue().path("deleted").forEach(id -> copy.remove(type.getKey() + "/" + id.asString()));
            });
            token = answer.path("syncToken").asString();
            more = answer.path("hasMore").asBoolean();
        }
    }

    /** A field of what the till would show now. */
    String value(String entity, String field) {
        JsonNode state = copy.get(entity);
        return state == null ? "" : state.path(field).asString("");
    }

    /** How many commits came by the socket alone. */
    int pushed() {
        return pushed.get();
    }

    synchronized Map<String, JsonNode> copy() {
        return Map.copyOf(copy);
    }

    /** What another till would load now. */
    Map<String, JsonNode> server() {
        Map<String, JsonNode> all = new ConcurrentHashMap<>();
        JsonNode answer = rest.get("/sync/full?limit=10000");
        answer.path("data")
                .properties()
                .forEach(type -> type.getValue()
                        .forEach(state ->
                                all.put(type.getKey() + "/" + state.path("id").asString(), state)));
        return all;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket wire, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                String packet = text.toString();
                text.setLength(0);
                Thread.ofVirtual().start(() -> read(wire, packet));
            }
            wire.request(1);
            return null;
        }

        private void read(WebSocket wire, String packet) {
            if (packet.startsWith("0")) {
                var unused = wire.sendText("40" + Rest.JSON.writeValueAsString(Map.of("token", rest.token())), true);
            } else if (packet.equals("2")) {
                var unused = wire.sendText("3", true);
            } else if (packet.startsWith(EVENT)) {
                JsonNode event = Rest.JSON.readTree(packet.substring(EVENT.length()));
                if (event.path(0).asString().equals("sync:commit")) {
                    apply(event.path(1));
                }
            }
        }
    }
}
