package io.tillsync.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules by Prometheus's own tool, where it is installed: Debian has it in the package {@code prometheus}. */
class PrometheusRulesTest {

    private static Path promtool() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(PrometheusRulesTest::missing);
    }

    private static Path missing() {
        String message = "promtool is not on the path";
        return "true".equals(System.getenv("TILLSYNC_REQUIRE_ALL")) ? fail(message) : abort(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check config prometheus.yml", "check rules alerts.yml", "test rules alerts_test.yml"})
    void areRight(String command) throws IOException, InterruptedException {
        ProcessBuilder call =
                new ProcessBuilder(Stream.concat(Stream.of(promtool().toString()), Stream.of(command.split(" ")))
                        .toList());
        Process process = call.directory(OpsFiles.RULES.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void eachFiresInOneTestAndNotInAnother() {
        String tests = OpsFiles.read("ops/prometheus/alerts_test.yml");

        assertThat(OpsFiles.alerts())
                .hasSizeGreaterThan(20)
                .allSatisfy(alert ->
                        assertThat(tests).contains("name: " + alert + " fires\n", "name: " + alert + " does not\n"));
    }

    @Test
    void eachIsExplained() {
        String operations = OpsFiles.read("docs/operations.md");

        assertThat(OpsFiles.alerts()).allSatisfy(alert -> assertThat(operations).contains("### " + alert + "\n"));
    }
}
