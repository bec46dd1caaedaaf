package io.tillsync.console.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillsync.audit.log.LogId;
import io.tillsync.console.startup.RunningTillsync;
import io.tillsync.core.feed.Feeds;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
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
        Feeds feeds = tillsync.bean(Feeds.class);
        feeds.head(STORE);
        CountDownLatch isOver = new CountDownLatch(1);
        Thread holder = Thread.ofPlatform().start(() -> feeds.of(STORE).exclusively(() -> isOver(isOver)));

        await().atMost(SOON).until(() -> status("readiness") == 503);
        assertThat(status("liveness")).isEqualTo(200);
        assertThat(tillsync.get("/actuator/health/readiness").body()).doesNotContain("demo");
        assertThat(output).containsOnlyOnce("Not ready").contains("store:demo-1=");

        isOver.countDown();
        holder.join();
        await().atMost(SOON).until(() -> status("readiness") == 200);
    }

    private static boolean isOver(CountDownLatch latch) {
        try {
            return latch.await(2, java.util.concurrent.TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isNotAliveWhileThreadsWaitForEachOther(CapturedOutput output) throws InterruptedException {
        Lock left = new ReentrantLock();
        Lock right = new ReentrantLock();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        Thread one = Thread.ofPlatform().daemon().name("one").start(() -> holdBoth(left, right, bothHoldOne));
        Thread two = Thread.ofPlatform().daemon().name("two").start(() -> holdBoth(right, left, bothHoldOne));

        await().atMost(SOON).until(() -> status("liveness") == 503);
        assertThat(output).contains("Deadlock");

        one.interrupt();
        two.interrupt();
        one.join();
        two.join();
        await().atMost(SOON).until(() -> status("liveness") == 200);
    }

    private static void holdBoth(Lock first, Lock second, CyclicBarrier bothHoldOne) {
        try {
            first.lockInterruptibly();
            bothHoldOne.await();
            second.lockInterruptibly();
            second.unlock();
        } catch (Exception e) {
            Thread.currentThread().interrupt();
        } finally {
            first.unlock();
        }
    }
}
