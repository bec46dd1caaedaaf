package io.tillsync.console.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** nginx with a copy of {@code ops/nginx/nginx.conf}, in which only ports, paths and the names of the processes are others. */
final class Nginx implements AutoCloseable {

    private final int tlsPort = freePort();
    private final int plainPort = freePort();
    private final Process process;

    /** Without nginx the test is skipped, or fails where {@code TILLSYNC_REQUIRE_ALL=true}. */
    static void require() throws InterruptedException {
        try {
            new ProcessBuilder("nginx", "-v").redirectErrorStream(true).start().waitFor();
        } catch (IOException e) {
            String missing = "nginx is not installed: its configuration was not tested";
            if ("true".equals(System.getenv("TILLSYNC_REQUIRE_ALL"))) {
                Assertions.fail(missing);
            }
            Assumptions.abort(missing);
        }
    }

    Nginx(Path directory, int first, int second) throws IOException {
        Path copy = directory.resolve("nginx.conf");
        Files.writeString(copy, configuration(directory, first, second));
        process = new ProcessBuilder("nginx", "-p", directory.toString(), "-c", copy.toString(), "-g", "daemon off;")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> listens(tlsPort));
    }

    private String configuration(Path directory, int first, int second) throws IOException {
        return Files.readString(Path.of("../ops/nginx/nginx.conf"))
                .replace("app:8080", "127.0.0.1:" + first)
                .replace("app-2:8080", "127.0.0.1:" + second)
                .replace("listen 80;", "listen 127.0.0.1:" + plainPort + ";")
                .replace("listen 443 ssl http2;", "listen 127.0.0.1:" + tlsPort + " ssl http2;")
                .replace("/etc/nginx/tls/", directory + "/")
                .replace("/run/nginx.pid", directory.resolve("pid").toString())
                .replace("/dev/stdout", directory.resolve("access.log").toString())
                .replace("/dev/stderr", directory.resolve("error.log").toString())
                .replace("worker_processes auto;", "worker_processes 1;");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    int tlsPort() {
        return tlsPort;
    }

    int plainPort() {
        return plainPort;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
