package io.tillsync.console.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Origin;
import io.tillsync.console.startup.Browser;
import io.tillsync.console.startup.RunningTillsync;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class RequestIdIT {

    private static final String PASSWORD = "asked-password";
    private static final LogId BUSINESS = new LogId("business:demo");
    private static final String ID = "X-Request-Id";

    private RunningTillsync tillsync;
    private Api manager;

    @BeforeAll
    void start() {
        tillsync = RunningTillsync.started("tillsync.demo.password=" + PASSWORD, "tillsync.log.slow-request=1ns");
        manager = Api.of(tillsync, "manager", PASSWORD);
    }

    @AfterAll
    void stop() {
        tillsync.close();
    }

    private Commit head() {
        return tillsync.bean(Commits.class).head(BUSINESS).orElseThrow();
    }

    @Test
    void isTheCallersOwnInAnswerLogAndAudit(CapturedOutput output) {
        HttpResponse<String> answer =
                manager.json("POST", "/api/v1/brands", "{\"name\":\"Asked\"}", ID, "till-7.request-1");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue(ID)).contains("till-7.request-1");
        assertThat(head().request()).contains("till-7.request-1");
        await().untilAsserted(() -> assertThat(output.getAll().lines())
                .anyMatch(line -> line.contains("till-7.request-1") && line.contains("POST /api/v1/{type}")));

        Browser browser = new Browser(tillsync);
        browser.logIn("admin", PASSWORD, "/");
        assertThat(browser.get("/s/demo-1/audit/" + BUSINESS + "/" + head().seq())
                        .body())
                .contains("till-7.request-1");
    }

    @Test
    void isMadeWhereTheCallerHasNoneThatCanBeUsed() {
        HttpResponse<String> refused = manager.json("GET", "/api/v1/nothing", "", ID, "two words");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.headers().firstValue(ID))
                .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f]{16}"));
        assertThat(tillsync.get("/login").headers().firstValue(ID)).isPresent();
        assertThat(tillsync.get("/actuator/nothing").headers().firstValue(ID)).isPresent();
    }

    @Test
    void goesWithAnImportToTheThreadThatRunsIt() {
        HttpResponse<String> accepted =
                manager.send("POST", "/api/v1/imports/brands", "text/csv", "name\nFrom a file\n", ID, "import-1");

        assertThat(accepted.statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(head().origin()).isEqualTo(Origin.IMPORT);
            assertThat(head().request()).isEqualTo(Optional.of("import-1"));
        });
    }
}
