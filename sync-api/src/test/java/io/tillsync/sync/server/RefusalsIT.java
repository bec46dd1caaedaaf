package io.tillsync.sync.server;

import static io.tillsync.sync.server.Client.header;
import static io.tillsync.sync.server.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealServer
class RefusalsIT {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(textBlock = """
            GET,    /api/v1/limited,         400, invalid-parameter
            GET,    /api/v1/limited?limit=x, 400, invalid-parameter
            GET,    /api/v1/limited?limit=99999999999, 400, invalid-parameter
            GET,    /api/v1/nothing,         404, not-found
            GET,    /api,                    404, not-found
            GET,    /error,                  404, not-found
            PUT,    /api/v1/limited,         405, method-not-allowed
            FOO,    /api/v1/limited,         405, method-not-allowed
            POST,   /api/v1/closed/thing,    405, method-not-allowed
            GET,    /api/v1/closed/thing,    401, unauthenticated
            GET,    /api/v1/denied/thing,    401, unauthenticated
            GET,    /api/v1/conflict,        412, version-conflict
            GET,    /api/v1/store-away,      503, unavailable
            GET,    /api/v1/late,            503, unavailable
            GET,    /api/v1/unforeseen,      500, internal-error
            """)
    void tellsEveryRefusalAsAProblem(String method, String target, int status, String code) throws Exception {
        var answer = new Client(port).send(method, target, BodyPublishers.noBody());

        assertProblem(answer, status, code);
        assertThat(text(answer)).doesNotContain("secret", "Exception", "springframework");
    }

    @Test
    void namesTheAllowedMethods() throws Exception {
        var answer = new Client(port).send("DELETE", "/api/v1/limited", BodyPublishers.noBody());

        assertThat(header(answer, "Allow")).isEqualTo("GET");
    }

    @Test
    void challengesWhoHasNoToken() throws Exception {
        assertThat(header(new Client(port).get("/api/v1/closed/thing"), "WWW-Authenticate"))
                .isEqualTo("Bearer");
    }

    @Test
    void saysWhenToTryAgain() throws Exception {
        assertThat(header(new Client(port).get("/api/v1/store-away"), "Retry-After"))
                .isEqualTo("2");
    }

    @Test
    void keepsMembersAndDropsHeadersOfTheSuccess() throws Exception {
        var answer = new Client(port).get("/api/v1/conflict");

        assertThat(text(answer)).contains("\"currentVersion\":7").doesNotContain("\"base\"");
        assertThat(header(answer, "ETag")).isEmpty();
    }

    @Test
    void namesTheWrongParameter() throws Exception {
        assertThat(text(new Client(port).get("/api/v1/limited?limit=x")))
                .contains("\"errors\":[{\"field\":\"limit\",\"code\":\"type\"");
    }

    @ParameterizedTest
    @CsvSource({"text/csv", "'garbage;;='"})
    void refusesWhatItCannotProduceInAFormThatItCan(String accept) throws Exception {
        assertProblem(new Client(port).get("/api/v1/limited?limit=1", "Accept", accept), 406, "not-acceptable");
    }

    @Test
    void answersABrowserAsAnyoneUnderTheApi() throws Exception {
        assertProblem(new Client(port).get("/api/v1/nothing", "Accept", "text/html"), 404, "not-found");
        assertThat(header(new Client(port).get("/nothing", "Accept", "text/html"), "Content-Type"))
                .startsWith("text/html");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain",
        "application/yaml",
        "application/x-www-form-urlencoded",
        "application/foo+json",
        "application/merge-patch+json",
        "bad//type"
    })
    void refusesOtherMediaTypes(String type) throws Exception {
        var answer = new Client(port).post("/api/v1/echo", bytes("{\"a\":1}"), "Content-Type", type);

        assertProblem(answer, 415, "unsupported-media-type");
        assertThat(header(answer, "Accept")).contains("application/json");
    }

    @Test
    void refusesWhatIsNoJson() throws Exception {
        var answer = new Client(port).post("/api/v1/echo", bytes("{\"a\":\n1"), "Content-Type", "application/json");

        assertProblem(answer, 400, "malformed-request");
        assertThat(text(answer)).contains("line 2");
    }

    @Test
    void refusesAMissingBody() throws Exception {
        assertProblem(
                new Client(port).post("/api/v1/echo", new byte[0], "Content-Type", "application/json"),
                400,
                "malformed-request");
    }

    @Test
    void takesMergePatchesByPatch() throws Exception {
        var answer = new Client(port)
                .send(
                        "PATCH",
                        "/api/v1/echo",
                        BodyPublishers.ofByteArray(bytes("{\"a\":null,\"b\":1e400}")),
                        "Content-Type",
                        "application/merge-patch+json");

        assertThat(text(answer)).isEqualTo("{\"data\":{\"a\":null,\"b\":1E+400}}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(text(answer)).contains("\"status\":" + status, "\"code\":\"" + code + "\"", "\"detail\":");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "X-Server-Time")).isEqualTo("2026-01-16T10:30:00.120Z");
    }
}
