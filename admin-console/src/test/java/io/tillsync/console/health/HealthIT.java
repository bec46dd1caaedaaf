package io.tillsync.console.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillsync.audit.log.LogId;
import io.tillsync.console.startup.RunningTillsync;
import io.tillsync.core.feed.Feeds;
import io.tillsync.sync.socket.Deadlock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class HealthIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LogId STORE = new LogId("store:demo-1");
    private static final LogId OTHER = new LogId("store:demo-2");

    private RunningTillsync tillsync;

    @BeforeAll
    void start() {
        tillsync = RunningTillsync.started("tillsync.health.feed-stalled-after=2s");
    }

    @AfterAll
    void stop() {
        tillsync.close();
    }

    private int status(String group) {
        return tillsync.get("/actuator/health/" + group).statusCode();
    }

    @Test
    void isNotReadyWhileTheFeedOfAStoreStandsStillAndRecoversByItself(CapturedOutput output)
            throws InterruptedException {
        CountDownLatch isOver = new CountDownLatch(1);
        Thread holder = holding(STORE, isOver);

        await().atMost(SOON).until(() -> status("readiness") == 503);
        assertThat(status("liveness")).isEqualTo(200);
        assertThat(tillsync.get("/actuator/health/readiness").body()).doesNotContain("demo");
        assertThat(output).containsOnlyOnce("Not ready").contains("store:demo-1=");

        Thread another = holding(OTHER, isOver);
        await().atMost(SOON)
                .until(() -> status("readiness") == 503 && output.getAll().contains("store:demo-2="));

        isOver.countDown();
        holder.join();
        another.join();
        await().atMost(SOON).until(() -> status("readiness") == 200);
        assertThat(output).containsOnlyOnce("No log stands still any more");
    }

    private Thread holding(LogId log, CountDownLatch isOver) {
        Feeds feeds = tillsync.bean(Feeds.class);
        feeds.head(log);
        return Thread.ofPlatform().start(() -> feeds.of(log).exclusively(() -> isOver(isOver)));
    }

    private static boolean isOver(CountDownLatch latch) {
        try {
            return latch.await(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isNotAliveWhileThreadsWaitForEachOther(CapturedOutput output) {
        try (Deadlock deadlock = Deadlock.start()) {
            await().atMost(SOON).until(() -> status("liveness") == 503);
            assertThat(output).contains("Deadlock").contains(deadlock.names());
        }

        await().atMost(SOON).until(() -> status("liveness") == 200);
    }
}
