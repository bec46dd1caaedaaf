package io.tillsync.console.convergence;

import io.tillsync.console.Tillsync;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;

/** The whole application in a process of its own, which can be killed. */
final class TillsyncProcess implements AutoCloseable {

    private static final String READY = "ready on port ";
    private static final List<String> QUICK_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m");

    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final String name;
    private final Process process;

    private TillsyncProcess(String name, List<String> settings) {
        this.name = name;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK_START);
        command.addAll(List.of("-cp", classPath(), Main.class.getName(), "--server.port=0"));
        settings.forEach(setting -> command.add("--" + setting));
        try {
            this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Begins to start it, on a free port. */
    static TillsyncProcess starting(String name, String... settings) {
        return new TillsyncProcess(name, List.of(settings));
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(this::heard);
        } catch (IOException | UncheckedIOException e) {
            System.out.println(name + " was cut off: " + e);
        }
        address.completeExceptionally(new IllegalStateException(name + " has ended"));
    }

    private void heard(String line) {
        if (line.startsWith(READY)) {
            address.complete(URI.create("http://127.0.0.1:" + line.substring(READY.length())));
        } else {
            System.out.println(name + ": " + line);
        }
    }

    /** Where it listens, as soon as it is ready. */
    URI address() {
        return address.orTimeout(120, TimeUnit.SECONDS).join();
    }

    /** SIGKILL. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGSTOP: it does nothing more, and all its connections stay open. */
    void freeze() {
        signal("STOP");
    }

    /** SIGCONT: it goes on as if nothing had been. */
    void thaw() {
        signal("CONT");
    }

    /** SIGTERM: it is asked to stop. */
    CompletableFuture<Process> terminate() {
        signal("TERM");
        return process.onExit();
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, "" + process.pid())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("No SIG" + name + " for " + this.name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** What runs in the other process: it says when it is ready, and goes when the one that started it has gone. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) {
            Thread.ofPlatform().daemon().start(Main::haltWithParent);
            var context = SpringApplication.run(Tillsync.class, arguments);
            System.out.println(READY + context.getEnvironment().getRequiredProperty("local.server.port"));
        }

        private static void haltWithParent() {
            try {
                while (System.in.read() >= 0) {}
            } catch (IOException e) {
                System.out.println("No parent any more: " + e);
            }
            Runtime.getRuntime().halt(1);
        }
    }
}
