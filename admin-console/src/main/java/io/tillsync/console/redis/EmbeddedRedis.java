package io.tillsync.console.redis;

import io.tillsync.console.mode.Mode;
import io.tillsync.console.mode.OnlyIn;
import io.tillsync.sync.redis.RedisServer;
import jakarta.annotation.PreDestroy;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import redis.embedded.core.ExecutableProvider;

/** A Redis for the demo: in memory, a process of its own on a port that only this machine reaches, started once and when it is asked for. */
@Component
@OnlyIn(Mode.DEMO)
class EmbeddedRedis implements RedisServer {

    private static final int ANY_PORT = 0;
    private static final int TRIES = 50;
    private static final long PAUSE_MILLIS = 100;

    /** Ends what it has started when nobody holds the other end of its input any more, however this process ended. */
    private static final List<String> TIED =
            List.of("/bin/sh", "-c", "trap '' INT TERM HUP; \"$0\" \"$@\" & cat > /dev/null; kill -9 $!");

    private @Nullable Process process;
    private @Nullable RuntimeException fault;
    private boolean isClosed;

    @Override
    public synchronized String address() {
        if (fault != null) {
            throw fault;
        }
        try {
            return "redis://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + start();
        } catch (IOException e) {
            fault = new UncheckedIOException("The demo's own Redis cannot be started here: " + e.getMessage(), e);
            throw fault;
        }
    }

    private int start() throws IOException {
        if (isClosed) {
            throw new IOException("the process stops");
        }
        Path directory = Files.createTempDirectory("tillsync-redis");
        try {
            int port = freePort();
            File program = ExecutableProvider.newJarResourceProvider(directory.toFile())
                    .get();
            Process started = new ProcessBuilder(command(program, port))
                    .directory(directory.toFile())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            process = started;
            await(started, port);
            return port;
        } finally {
            FileSystemUtils.deleteRecursively(directory); // It runs, or does not; its file is needed no more.
        }
    }

    private static List<String> command(File program, int port) {
        List<String> command = new ArrayList<>(File.separatorChar == '/' ? TIED : List.of());
        command.addAll(List.of(program.getAbsolutePath(), "--port", String.valueOf(port)));
        command.addAll(List.of("--bind", InetAddress.getLoopbackAddress().getHostAddress()));
        command.addAll(List.of("--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru"));
        command.addAll(List.of("--save", "", "--appendonly", "no"));
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(ANY_PORT, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(Process process, int port) throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException e) {
                if (hasEnded(process)) {
                    throw new IOException("it ended by itself", e);
                }
            }
        }
        throw new IOException("it does not answer");
    }

    private static boolean hasEnded(Process process) throws IOException {
        try {
            return process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @PreDestroy
    synchronized void close() throws IOException {
        isClosed = true;
        if (process != null) {
            process.getOutputStream().close();
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
