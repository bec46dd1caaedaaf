package io.tillsync.sync.server;

import static io.tillsync.sync.server.Client.gunzip;
import static io.tillsync.sync.server.Client.header;
import static io.tillsync.sync.server.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealServer
class CompressionIT {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"versioned/a", "streamed", "direct"})
    void leavesAStrongTagAsItIs(String path) throws Exception {
        var answer = new Client(port).get("/api/v1/" + path, "Accept-Encoding", "gzip");

        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(answer, "ETag")).isEqualTo("\"v5\"");
        assertThat(header(answer, "Vary")).isEqualTo("Authorization, X-Store-Id, Accept-Encoding");
        assertThat(gunzip(answer.body())).isEqualTo(text(new Client(port).get("/api/v1/" + path)));
        assertThat(answer.body().length).isLessThan(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "gzip;q=0", "br, gzip; q=0.0"})
    void isNotForcedOnAnyone(String accepted) throws Exception {
        var answer = new Client(port).get("/api/v1/streamed", "Accept-Encoding", accepted);

        assertThat(header(answer, "Content-Encoding")).isEmpty();
        assertThat(text(answer)).isEqualTo(ProbeController.LARGE);
    }

    @Test
    void sparesWhatIsSmall() throws Exception {
        var answer = new Client(port).get("/api/v1/limited?limit=1", "Accept-Encoding", "gzip");

        assertThat(header(answer, "Content-Encoding")).isEmpty();
    }
}
