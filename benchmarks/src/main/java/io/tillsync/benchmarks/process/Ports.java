package io.tillsync.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Ports of the loopback address. */
final class Ports {

    private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Ports() {}

    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until somebody listens there. */
    static void awaitOpen(int port, JavaProcess process) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!isOpen(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("A process did not start; see the logs beside the figures");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
