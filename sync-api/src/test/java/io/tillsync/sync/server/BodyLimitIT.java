package io.tillsync.sync.server;

import static io.tillsync.sync.server.Client.gzip;
import static io.tillsync.sync.server.Client.header;
import static io.tillsync.sync.server.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** One megabyte for JSON, as ever; imports are cut down to four. */
@RealServer
@TestPropertySource(properties = "tillsync.body-limit.imports=4MB")
class BodyLimitIT {
    private static final int MEGABYTE = 1 << 20;

    @LocalServerPort
    int port;

    @Test
    void takesABodyOfExactlyTheLimit() throws Exception {
        assertThat(postJson(json(MEGABYTE)).statusCode()).isEqualTo(200);
        assertTooLarge(postJson(json(MEGABYTE + 1)));
    }

    @Test
    void refusesFiftyMegabytesAtOnceAndReadably() throws Exception {
        var body = json(50 * MEGABYTE);
        var started = Instant.now();

        assertTooLarge(postJson(body));
        assertTooLarge(new Client(port).postChunked("/api/v1/echo", body, "Content-Type", "application/json"));

        assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    /** Who sends everything before it listens would otherwise find the connection reset instead of an answer. */
    @Test
    void hearsAClientOutThatDoesNotListen() throws Exception {
        var head = List.of(
                "POST /api/v1/echo HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: 52428800");

        var answer = Raw.exchange(port, String.join("\r\n", head) + "\r\n\r\n" + " ".repeat(50 * MEGABYTE));

        assertThat(answer).startsWith("HTTP/1.1 413").contains("too-large", "Connection: close");
    }

    @Test
    void asksNobodyForABodyThatItWillNotTake() throws Exception {
        var head = List.of(
                "POST /api/v1/echo HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Expect: 100-continue",
                "Content-Length: 52428800");

        var answer = Raw.exchange(port, String.join("\r\n", head) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("too-large");
    }

    @Test
    void countsAnImportAfterDecompression() throws Exception {
        assertThat(text(postImport(gzip(new byte[4 * MEGABYTE]), "gzip"))).contains("\"bytes\":4194304");
        assertThat(text(postImport(new byte[3 * MEGABYTE], "identity"))).contains("\"bytes\":3145728");
        assertTooLarge(postImport(gzip(new byte[4 * MEGABYTE + 1]), "gzip"));
        assertTooLarge(postImport(new byte[4 * MEGABYTE + 1], "identity"));
    }

    @Test
    void stopsAGzipBombEarly() throws Exception {
        var bomb = gzip(new byte[200 * MEGABYTE]);
        var started = Instant.now();

        assertTooLarge(postImport(bomb, "gzip"));

        assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void refusesBrokenCompression() throws Exception {
        var whole = gzip("name,price\nMilk,1.20\n".repeat(5000).getBytes(StandardCharsets.UTF_8));
        var damaged = whole.clone();
        damaged[whole.length / 2] ^= 0x55;

        assertMalformed(postImport(Arrays.copyOf(whole, whole.length / 2), "gzip"));
        assertMalformed(postImport(damaged, "gzip"));
        assertMalformed(postImport("plain".getBytes(StandardCharsets.UTF_8), "gzip"));
        assertMalformed(postImport(new byte[0], "gzip"));
    }

    @Test
    void refusesOtherCodings() throws Exception {
        var unknown = postImport(new byte[10], "br");
        var notHere = new Client(port)
                .post("/api/v1/echo", gzip(json(20)), "Content-Type", "application/json", "Content-Encoding", "gzip");

        assertThat(unknown.statusCode()).isEqualTo(415);
        assertThat(header(unknown, "Accept-Encoding")).isEqualTo("gzip, identity");
        assertThat(notHere.statusCode()).isEqualTo(415);
        assertThat(header(notHere, "Accept-Encoding")).isEqualTo("identity");
    }

    private HttpResponse<byte[]> postJson(byte[] body) throws Exception {
        return new Client(port).post("/api/v1/echo", body, "Content-Type", "application/json");
    }

    private HttpResponse<byte[]> postImport(byte[] body, String coding) throws Exception {
        return new Client(port)
                .post("/api/v1/imports/products", body, "Content-Type", "text/csv", "Content-Encoding", coding);
    }

    private static byte[] json(int length) {
        return ("{\"a\":\"" + "x".repeat(length - 8) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static void assertTooLarge(HttpResponse<byte[]> answer) {
        assertThat(text(answer)).contains("\"code\":\"too-large\"");
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    private static void assertMalformed(HttpResponse<byte[]> answer) {
        assertThat(text(answer)).contains("\"code\":\"malformed-request\"");
        assertThat(answer.statusCode()).isEqualTo(400);
    }
}
