package io.tillsync.sync.socket;

import static io.tillsync.sync.socket.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final Connection connection = new Connection(new FakeWire(), 16, new Connections());

    @Test
    void letsOneThreadInAtATime() throws InterruptedException {
        List<Integer> unsafe = new ArrayList<>();
        List<Thread> threads = IntStream.range(0, 50)
                .mapToObj(n -> Thread.startVirtualThread(() -> connection.run(() -> unsafe.add(n))))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(unsafe).hasSize(50);
    }

    @Test
    void knowsWhoseItIsOnlyInside() {
        connection.run(() -> assertThat(Lane.current()).isSameAs(connection));

        assertThatNullPointerException().isThrownBy(Lane::current);
    }

    @Test
    void noticesThatItIsHeldTooLong() {
        CountDownLatch held = new CountDownLatch(1);
        Thread.startVirtualThread(() -> connection.run(() -> awaitQuietly(held)));

        until(() -> connection.stuckFor(Duration.ofMillis(20)));
        assertThat(connection.stuckFor(Duration.ofMinutes(5))).isFalse();
        held.countDown();
        until(() -> !connection.stuckFor(Duration.ZERO));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
