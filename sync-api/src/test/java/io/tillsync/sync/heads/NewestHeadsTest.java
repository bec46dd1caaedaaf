package io.tillsync.sync.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NewestHeadsTest {

    private static final LogId ONE = new LogId("business:one");
    private static final LogId OTHER = new LogId("business:other");

    private final List<Map<LogId, Seq>> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch goOn = new CountDownLatch(1);

    private final NewestHeads heads = new NewestHeads(taken -> {
        received.add(taken);
        hang();
    });

    private void hang() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void keepNobodyWaitingForAReceiverThatHangsAndWhichGetsNoOlderOnesAfterwards() {
        heads.put(ONE, new Seq(1));
        await().until(() -> received.size() == 1);
        for (int i = 2; i <= 100; i++) {
            heads.put(ONE, new Seq(i));
            heads.put(OTHER, new Seq(200 + i));
        }
        heads.put(ONE, new Seq(50));
        assertThat(received).containsExactly(Map.of(ONE, new Seq(1)));

        goOn.countDown();

        await().untilAsserted(() -> assertThat(received)
                .containsExactly(Map.of(ONE, new Seq(1)), Map.of(ONE, new Seq(100), OTHER, new Seq(300))));
    }

    @Test
    void goOnAfterAReceiverThatFails() {
        NewestHeads failing = new NewestHeads(taken -> {
            received.add(taken);
            throw new IllegalStateException("for once");
        });
        failing.put(ONE, new Seq(1));
        await().dontCatchUncaughtExceptions().until(() -> received.size() == 1);

        await().dontCatchUncaughtExceptions().untilAsserted(() -> {
            failing.put(ONE, new Seq(2));
            assertThat(received).contains(Map.of(ONE, new Seq(2)));
        });
    }
}
