package io.tillsync.sync.socket;

import static io.tillsync.sync.socket.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FanOutTest {

    private final FanOut fanOut = new FanOut(4);
    private final List<Integer> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        fanOut.close();
    }

    @Test
    void runsInOrderEvenWhenItsQueueWasFull() {
        IntStream.range(0, 100).forEach(n -> fanOut.submit(() -> done.add(n)));

        until(() -> done.size() == 100);
        assertThat(done).isSorted();
    }

    @Test
    void goesOnAfterAFailure() {
        fanOut.submit(() -> {
            throw new IllegalStateException("of the test");
        });
        fanOut.submit(() -> {
            throw new StackOverflowError("of the test");
        });
        fanOut.submit(() -> done.add(1));

        until(() -> done.size() == 1);
    }

    @Test
    void letsNobodyWaitOnceItIsClosed() {
        CountDownLatch never = new CountDownLatch(1);
        fanOut.submit(() -> awaitQuietly(never));
        fanOut.close();

        until(() -> {
            IntStream.range(0, 10).forEach(n -> fanOut.submit(() -> done.add(n)));
            return true;
        });
        assertThat(done).isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
