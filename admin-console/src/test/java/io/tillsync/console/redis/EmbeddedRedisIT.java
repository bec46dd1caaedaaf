package io.tillsync.console.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EmbeddedRedisIT {

    private static String answer(URI address, String command) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            byte[] answer = new byte[1_000];
            return new String(answer, 0, Math.max(0, socket.getInputStream().read(answer)), StandardCharsets.UTF_8);
        }
    }

    private static boolean isThere(URI address) {
        try {
            return answer(address, "PING").startsWith("+PONG");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void isThereUntilItIsClosedAndKeepsNothing() throws IOException {
        EmbeddedRedis redis = new EmbeddedRedis();
        URI address = URI.create(redis.address());
        await().until(() -> isThere(address));
        assertThat(answer(address, "CONFIG GET maxmemory")).contains("67108864");
        assertThat(answer(address, "CONFIG GET save")).contains("$0");

        redis.close();

        await().until(() -> !isThere(address));
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(redis::address);
    }

    /** What another process runs: it says where its Redis is, and stays until it is killed, or its input ends. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println(new EmbeddedRedis().address());
            while (System.in.read() >= 0) {}
        }
    }

    @Test
    void isGoneWhenItsProcessWasKilled() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName())
                .redirectError(Redirect.INHERIT)
                .start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            URI address = URI.create(said.lines()
                    .filter(line -> line.startsWith("redis://"))
                    .findFirst()
                    .orElseThrow());
            await().until(() -> isThere(address));

            process.destroyForcibly();

            await().until(() -> !isThere(address));
        } finally {
            process.destroyForcibly();
        }
    }
}
