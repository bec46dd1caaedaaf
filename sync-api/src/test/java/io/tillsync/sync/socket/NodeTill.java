package io.tillsync.sync.socket;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A client of the real npm library, in a Node.js process of its own. */
final class NodeTill implements AutoCloseable {

    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path INSTALLED = Path.of("target/node-client");
    private static final File LOG = INSTALLED.resolve("node.log").toFile();

    private final Process process;
    private final Writer commands;
    private final List<String> happened = new CopyOnWriteArrayList<>();

    /** Starts one. {@code options} is JSON, as given to {@code io(url, options)}. */
    NodeTill(String library, String url, String options) throws IOException {
        process = new ProcessBuilder("node", "client.mjs", library, url, options)
                .directory(INSTALLED.toFile())
                .redirectError(Redirect.appendTo(LOG))
                .start();
        commands = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(this::listen);
    }

    /** Installs the client libraries from the lock file. Without Node.js the test is skipped, or fails where {@code TILLSYNC_REQUIRE_ALL=true}. */
    static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        if (!runs("node", "--version") || !runs("npm", "--version")) {
            String missing = "Node.js with npm is not installed: the real Socket.IO client was not tested";
            if ("true".equals(System.getenv("TILLSYNC_REQUIRE_ALL"))) {
                Assertions.fail(missing);
            }
            Assumptions.abort(missing);
        }
        for (String file : List.of("package.json", "package-lock.json", "client.mjs")) {
            Files.copy(SOURCES.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Assertions.assertTrue(runs("npm", "ci", "--no-audit", "--no-fund"), "npm ci failed, see " + LOG);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .directory(INSTALLED.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.appendTo(LOG))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(happened::add);
        } catch (IOException | UncheckedIOException e) {
            happened.add("[\"gone\"]");
        }
    }

    /** Emits {@code [event, argument]}. */
    void emit(String json) throws IOException {
        commands.write(json + "\n");
        commands.flush();
    }

    /** All that has happened to it, each {@code [event, argument?]} as compact JSON. */
    List<String> happened() {
        return happened;
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
