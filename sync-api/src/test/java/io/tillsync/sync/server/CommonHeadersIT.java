package io.tillsync.sync.server;

import static io.tillsync.sync.server.Client.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealServer
class CommonHeadersIT {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limited?limit=1",
                "limited",
                "nothing",
                "closed/thing",
                "streamed",
                "direct",
                "late",
                "unforeseen",
                "versioned/a;b",
                "versioned/a"
            })
    void areOnEveryAnswerOfTheApi(String path) throws Exception {
        assertCommonHeaders(new Client(port).get("/api/v1/" + path));
    }

    @Test
    void areOnA304() throws Exception {
        var answer = new Client(port).get("/api/v1/versioned/a", "If-None-Match", "\"v5\"");

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "ETag")).isEqualTo("\"v5\"");
        assertThat(header(answer, "Last-Modified")).isEqualTo("Fri, 16 Jan 2026 10:29:00 GMT");
        assertCommonHeaders(answer);
    }

    @Test
    void areOnTheAnswersToHeadAndOptions() throws Exception {
        var head = new Client(port).send("HEAD", "/api/v1/versioned/a", BodyPublishers.noBody());
        var options = new Client(port).send("OPTIONS", "/api/v1/versioned/a", BodyPublishers.noBody());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "ETag")).isEqualTo("\"v5\"");
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(header(options, "Allow")).isEqualTo("GET,HEAD,OPTIONS");
        assertCommonHeaders(head);
        assertCommonHeaders(options);
    }

    @Test
    void giveTheTimeElsewhereTooButNoVary() throws Exception {
        var answer = new Client(port).get("/nothing");

        assertThat(header(answer, "X-Server-Time")).isEqualTo("2026-01-16T10:30:00.120Z");
        assertThat(header(answer, "Vary")).isEmpty();
    }

    private static void assertCommonHeaders(HttpResponse<byte[]> answer) {
        assertThat(header(answer, "X-Server-Time")).isEqualTo("2026-01-16T10:30:00.120Z");
        assertThat(header(answer, "Vary")).isEqualTo("Authorization, X-Store-Id, Accept-Encoding");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Server")).isEmpty();
    }
}
