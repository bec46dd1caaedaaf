package io.tillsync.console.convergence;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** A request, which can be sent any number of times, to any server. */
record Call(String method, String path, Map<String, String> headers, Supplier<BodyPublisher> body) {

    private Call(String method, String path) {
        this(method, path, Map.of(), BodyPublishers::noBody);
    }

    static Call get(String path) {
        return new Call("GET", path);
    }

    static Call delete(String path) {
        return new Call("DELETE", path);
    }

    static Call post(String path) {
        return new Call("POST", path);
    }

    static Call json(String method, String path, JsonNode body) {
        return new Call(method, path)
                .containing(Answer.JSON.writeValueAsBytes(body))
                .with("Content-Type", "application/json");
    }

    Call with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, more, body);
    }

    Call containing(byte[] content) {
        return new Call(method, path, headers, () -> BodyPublishers.ofByteArray(content));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
