package io.tillsync.console.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseLossIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final RestartableServer database = new RestartableServer();

    @AfterEach
    void stopDatabase() {
        database.close();
    }

    private RunningTillsync starting() {
        return RunningTillsync.starting(
                "tillsync.mongodb.uri=" + database.uri(), "tillsync.admin.password=first-password");
    }

    @Test
    void listensBeforeItsDatabaseIsThereAndTurnsCallersAway(CapturedOutput output) {
        try (RunningTillsync tillsync = starting()) {
            HttpResponse<String> answer = tillsync.get("/api/v1/products");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("\"code\":\"unavailable\"");
            assertThat(status(tillsync, "liveness")).isEqualTo(200);
            assertThat(status(tillsync, "readiness")).isEqualTo(503);
            await().atMost(SOON).untilAsserted(() -> assertThat(output).containsOnlyOnce("Waiting for MongoDB"));
            assertThat(output.getAll().lines().filter(line -> line.contains("WARN")))
                    .hasSize(1);
            assertThat(tillsync.ready()).isNotDone();
        }
    }

    @Test
    void leavesAloneWhatIsScheduledUntilItIsReady() {
        try (RunningTillsync tillsync = starting()) {
            ThreadPoolTaskScheduler scheduler = tillsync.bean(ThreadPoolTaskScheduler.class);
            assertThat(scheduler.isRunning()).isFalse();

            database.start();

            await().atMost(SOON)
                    .until(() -> scheduler.getScheduledThreadPoolExecutor().getCompletedTaskCount() > 0);
            assertThat(tillsync.ready()).isDone();
        }
    }

    @Test
    void becomesReadyByItselfWhenItsDatabaseComesLate() {
        try (RunningTillsync tillsync = starting()) {
            database.start();

            await().atMost(SOON).until(() -> status(tillsync, "readiness") == 200);
            assertThat(tillsync.get("/api/v1/products").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void isNotReadyWhileItsDatabaseIsLostAndRecoversByItself() {
        database.start();
        try (RunningTillsync tillsync = starting()) {
            await().atMost(SOON).until(() -> status(tillsync, "readiness") == 200);

            database.stop();
            await().atMost(SOON).until(() -> status(tillsync, "readiness") == 503);
            assertThat(status(tillsync, "liveness")).isEqualTo(200);
            assertThat(logIn(tillsync).statusCode()).isEqualTo(503);
            assertThat(logIn(tillsync).headers().firstValue("Retry-After")).isPresent();

            database.start();
            await().atMost(SOON).until(() -> status(tillsync, "readiness") == 200);
            assertThat(logIn(tillsync).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void canBeStoppedWhileItWaits(CapturedOutput output) {
        RunningTillsync tillsync = starting();
        await().atMost(SOON).until(() -> output.getAll().contains("Waiting for MongoDB"));

        tillsync.close();

        assertThat(tillsync.ready()).succeedsWithin(SOON);
        assertThat(output).doesNotContain("ERROR");
    }

    private static int status(RunningTillsync tillsync, String group) {
        return tillsync.get("/actuator/health/" + group).statusCode();
    }

    private static HttpResponse<String> logIn(RunningTillsync tillsync) {
        return tillsync.send(HttpRequest.newBuilder(tillsync.uri("/api/v1/auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"username\":\"admin\",\"password\":\"first-password\"}"))
                .build());
    }
}
