package io.tillsync.console.demo;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A terminal into which somebody pastes. */
final class Shell {

    private static final boolean REQUIRED = System.getenv("TILLSYNC_REQUIRE_ALL") != null;

    private Shell() {}

    /** The lines that the commands print, one after the other in one shell. */
    static List<String> run(List<String> commands) throws IOException, InterruptedException {
        assumeThat(REQUIRED || (has("bash") && has("curl"))).isTrue();
        String script = String.join("; echo\n", commands);
        Process process = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines().filter(line -> !line.isBlank()).toList();
    }

    private static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
