package io.tillsync.sync.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Many callers that begin a request and then send nothing, more than there are threads of the system or of a usual pool. */
@RealServer
@Timeout(60)
@TestPropertySource(properties = "server.tomcat.connection-timeout=10s")
class SlowClientsIT {

    private static final int MANY = 300;
    private static final String HEAD = "GET /api/v1/limited HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    private static final String BODY =
            "POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 1000\r\n\r\n{\"a\":";

    @LocalServerPort
    int port;

    private final List<Socket> slow = new ArrayList<>();

    private void begin(String request) throws IOException {
        for (int i = 0; i < MANY; i++) {
            Socket socket = new Socket("localhost", port);
            slow.add(socket);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void letOthersThroughMeanwhile() throws Exception {
        begin(HEAD);
        begin(BODY);

        assertThat(Raw.get(port, "/api/v1/limited?limit=1")).startsWith("HTTP/1.1 200");
        assertThatThrownBy(() -> read(slow.getLast(), Duration.ofMillis(100)))
                .as("the last of them, who is still waited for")
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void areHungUpOn() throws Exception {
        begin(HEAD);
        begin(BODY);

        for (Socket socket : slow) {
            assertThat(read(socket, Duration.ofSeconds(30)))
                    .satisfiesAnyOf(
                            nothing -> assertThat(nothing).isEmpty(),
                            refusal -> assertThat(refusal).startsWith("HTTP/1.1 4"));
        }
    }

    /** All that comes until the server hangs up. */
    private static String read(Socket socket, Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
