package io.tillsync.sync.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealServer
@ExtendWith(OutputCaptureExtension.class)
class ClientsThatGoIT {
    @LocalServerPort
    int port;

    @Test
    void areNotWorthALineInTheLog(CapturedOutput log) throws Exception {
        int before = ProbeController.GIVEN_UP.get();
        leaveAfterReading(100, "GET /api/v1/endless HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await().until(() -> ProbeController.GIVEN_UP.get() > before);

        leaveAfterReading(
                0,
                "POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1000\r\n\r\n{\"a\":");
        // the next answer comes when the server is through with the last
        assertThat(new Client(port).get("/api/v1/limited?limit=1").statusCode()).isEqualTo(200);

        assertThat(log.getAll()).doesNotContain("ERROR", "WARN", "Exception");
    }

    private void leaveAfterReading(int bytes, String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(bytes)).hasSize(bytes);
        }
    }
}
