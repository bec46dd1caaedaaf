package io.tillsync.console.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the server, read as JSON; an empty object where it has no body. */
record Answer(String request, int status, HttpHeaders headers, JsonNode body) {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static Answer of(HttpResponse<String> response) {
        String asked = response.request().method() + " " + response.request().uri();
        String body = response.body();
        boolean isJson = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        return new Answer(
                asked,
                response.statusCode(),
                response.headers(),
                isJson ? JSON.readTree(body) : JSON.createObjectNode());
    }

    Answer must(Integer... statuses) {
        assertThat(status).as("%s -> %s", request, body).isIn((Object[]) statuses);
        return this;
    }

    boolean isSuccess() {
        return status < 300;
    }

    JsonNode data() {
        return body.path("data");
    }

    /** The problem's code; empty where there is none. */
    String code() {
        return body.path("code").asString("");
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** As the assertions show it. */
    @Override
    public String toString() {
        return request + " -> " + status + " " + body;
    }
}
