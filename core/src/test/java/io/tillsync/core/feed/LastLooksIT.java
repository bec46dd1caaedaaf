package io.tillsync.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.TestProcess;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LastLooksIT {

    private static final Duration LONG = Duration.ofMillis(300);

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private final TestProcess process = TestProcess.over(MONGO.fresh());

    private Duration sinceLook() {
        process.feeds.followAll();
        return process.feeds.lastLooks().get(TestProcess.BUSINESS);
    }

    @Test
    void growWhileALogIsHeldAndShrinkAfterwards() throws InterruptedException {
        process.write(new Edit.Create("brands", "b", Map.of("name", "b")));
        CountDownLatch isOver = new CountDownLatch(1);
        Thread holder = Thread.ofPlatform()
                .start(() -> process.feeds.of(TestProcess.BUSINESS).exclusively(() -> {
                    try {
                        return isOver.await(1, TimeUnit.MINUTES);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }));

        await().untilAsserted(() -> assertThat(sinceLook()).isGreaterThan(LONG));

        isOver.countDown();
        holder.join();
        await().untilAsserted(() -> assertThat(sinceLook()).isLessThan(LONG));
    }

    @Test
    void areOfNoLogThatNobodyHasAskedFor() {
        process.feeds.of(TestProcess.STORE);

        assertThat(process.feeds.lastLooks()).doesNotContainKey(TestProcess.STORE);
    }
}
