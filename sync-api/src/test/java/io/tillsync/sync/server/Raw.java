package io.tillsync.sync.server;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One request byte by byte, for what no client library would send. */
public final class Raw {
    private Raw() {}

    /** Everything that comes back until the server closes the connection, or is silent for two seconds. */
    public static String exchange(int port, String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(2000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var answer = new java.io.ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (java.net.SocketTimeoutException silent) {
                // that was all
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    public static String get(int port, String target) throws IOException {
        return exchange(port, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }
}
