package io.tillsync.benchmarks.process;

import io.tillsync.benchmarks.client.Wire;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The application, running on a free port. */
public final class Tillsync implements AutoCloseable {

    private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Deployment deployment;
    private final JavaProcess process;
    private final int port;

    private Tillsync(Deployment deployment, JavaProcess process, int port) {
        this.deployment = deployment;
        this.process = process;
        this.port = port;
    }

    /**
     * How it is to run.
     *
     * @param jvm the JVM's options in the place of the deployment's; empty for those
     */
    public record Setup(boolean isCached, boolean hasProbe, List<String> jvm, List<String> settings) {

        /** As it is deployed. */
        public static Setup plain() {
            return new Setup(true, false, List.of(), List.of());
        }

        /** With what it is compared with in the same server. */
        public static Setup withProbe() {
            return new Setup(true, true, List.of(), List.of());
        }

        /** Without the cache of what the JVM has learnt. */
        public Setup uncached() {
            return new Setup(false, hasProbe, jvm, settings);
        }

        /** By a JVM with these options. */
        public Setup by(List<String> options) {
            return new Setup(isCached, hasProbe, options, settings);
        }

        /** With a setting, such as {@code server.port=0}. */
        public Setup with(String setting) {
            List<String> more = new ArrayList<>(settings);
            more.add(setting);
            return new Setup(isCached, hasProbe, jvm, List.copyOf(more));
        }
    }

    /** Starts it, and returns as soon as it has answered the request with 200. */
    public static Tillsync start(Deployment deployment, Database database, Setup setup, String target, String token) {
        int port = Ports.free();
        List<String> command = new ArrayList<>(deployment.command(setup, setup.hasProbe() ? Tool.probe() : List.of()));
        command.add("--server.port=" + port);
        command.add("--server.address=127.0.0.1");
        setup.settings().forEach(setting -> command.add("--" + setting));
        JavaProcess process = JavaProcess.start(
                deployment.work().resolve("tillsync.log"), Map.of("TILLSYNC_MONGODB_URI", database.uri()), command);
        Tillsync started = new Tillsync(deployment, process, port);
        started.awaitAnswer(target, token);
        return started;
    }

    private void awaitAnswer(String target, String token) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!answers(target, token)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("The application did not start; see tillsync.log beside the figures");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean answers(String target, String token) {
        try (Wire wire = Wire.to(port)) {
            return wire.exchange(Wire.get(target, token)).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /** Where its API begins. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + port + "/api/v1");
    }

    /** The processor time that it has used so far. */
    public Duration processorTime() {
        return process.processorTime();
    }

    /** Its resident memory as it is. */
    public long residentBytes() {
        return process.residentBytes();
    }

    /** Its resident memory after its garbage was collected. */
    public long residentBytesWithoutGarbage() {
        process.collectGarbage(deployment.work().resolve("gc.log"));
        return process.residentBytes();
    }

    @Override
    public void close() {
        process.close();
    }
}
