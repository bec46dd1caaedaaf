package io.tillsync.console.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillsync.console.startup.RestartableServer;
import io.tillsync.console.startup.RunningTillsync;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With everything being slow, and in the form for machines. */
@ExtendWith(OutputCaptureExtension.class)
class SlowLinesIT {

    private static final String[] STORE = {"X-Store-Id", "demo-1"};

    @AutoClose
    private final RestartableServer database = RestartableServer.started();

    /** Else it holds for all that is started in this JVM. */
    @AfterEach
    void goBackToText() {
        System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
    }

    private static List<JsonNode> lines(CapturedOutput output, String request) {
        return output.getOut()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(line -> line.at("/http/request/id").asString("").equals(request))
                .toList();
    }

    @Test
    void nameTheRequestAndWhatItHasWaitedFor(CapturedOutput output) {
        try (RunningTillsync tillsync = RunningTillsync.started(
                "tillsync.mongodb.uri=" + database.uri(),
                "tillsync.admin.password=slow-password",
                "tillsync.log.slow-request=1ns",
                "logging.structured.format.console=ecs")) {
            Api admin = Api.of(tillsync, "admin", "slow-password");
            admin.json("GET", "/api/v1/users/nobody-there", "", "X-Request-Id", "slow-1");

            await().untilAsserted(() -> assertThat(lines(output, "slow-1"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.at("/log/logger").asString()).endsWith("SlowRequests");
                        assertThat(line.at("/ecs/version").asString()).isNotEmpty();
                        assertThat(line.get("message").asString())
                                .contains("GET /api/v1/users/{id} took ", "answered 404", "commands, the longest ")
                                .doesNotContain("nobody-there");
                    }));
        }
    }

    /** It waits because the till wants it to. */
    @Test
    void leaveOutWhatALongPollHasWaited(CapturedOutput output) {
        try (RunningTillsync tillsync =
                RunningTillsync.started("tillsync.demo.password=slow-password", "tillsync.log.slow-request=2s")) {
            Api admin = Api.of(tillsync, "admin", "slow-password");
            String all = admin.json("GET", "/api/v1/sync/full?limit=10000", "", STORE)
                    .body();
            String token = JsonMapper.shared().readTree(all).at("/syncToken").asString();
            long started = System.nanoTime();

            assertThat(admin.json("GET", "/api/v1/sync/check?wait=3&token=" + token, "", STORE)
                            .body())
                    .contains("\"hasChanges\":false");

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofSeconds(2));
            // The line would be written after its answer, but before the connection takes the next request.
            admin.json("GET", "/api/v1/sync/full", "", STORE);
            assertThat(output).doesNotContain("sync/check");
        }
    }

    @Test
    void nameWhatAQueryLooksForAndForWhichRequest(CapturedOutput output) {
        try (RunningTillsync tillsync = RunningTillsync.started(
                "tillsync.mongodb.uri=" + database.uri(),
                "tillsync.admin.password=slow-password",
                "tillsync.log.slow-query=1ns",
                "logging.structured.format.console=ecs")) {
            await().untilAsserted(() -> assertThat(output.getOut().lines())
                    .anyMatch(line -> line.startsWith("{")
                            && line.contains("\"logger\":\"SlowQueries\"")
                            && line.contains("filter {_id: ")));
            assertThat(output.getOut().lines().filter(line -> line.contains("Slow query")))
                    .hasSizeLessThan(60);
            assertThat(tillsync.get("/login").statusCode()).isEqualTo(200);
        }
    }
}
