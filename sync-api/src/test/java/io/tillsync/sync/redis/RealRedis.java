package io.tillsync.sync.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The {@code redis-server} that is installed, in a process of its own, which can be killed, stopped and started again at the same port. */
public final class RealRedis implements AutoCloseable {

    private final int port;
    private Process process;

    private RealRedis(int port) {
        this.port = port;
        start();
    }

    /** Starts one. Where none is installed the test is skipped, or fails where {@code TILLSYNC_REQUIRE_ALL=true}. */
    public static RealRedis open() {
        try {
            return new RealRedis(freePort());
        } catch (IOException | UncheckedIOException e) {
            String missing = "redis-server is not installed: what Redis is used for was not tested";
            if ("true".equals(System.getenv("TILLSYNC_REQUIRE_ALL"))) {
                Assertions.fail(missing, e);
            }
            return Assumptions.abort(missing);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public void start() {
        try {
            process = new ProcessBuilder(
                            "redis-server",
                            "--port",
                            String.valueOf(port),
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            "",
                            "--appendonly",
                            "no")
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().ignoreExceptions().until(() -> send("PING").startsWith("+PONG"));
    }

    /** As if the machine were gone. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps its connections, and answers nothing. */
    public void hang() {
        signal("STOP");
    }

    public void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a command; what begins its answer. */
    public String send(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            InputStream answer = socket.getInputStream();
            byte[] bytes = new byte[4_096];
            return new String(bytes, 0, Math.max(0, answer.read(bytes)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
