package io.tillsync.sync.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class DeadlocksTest {

    private final Deadlocks deadlocks = new Deadlocks(new Connections());

    @Test
    void findsThreadsThatWaitForEachOther() throws InterruptedException {
        Lock left = new ReentrantLock();
        Lock right = new ReentrantLock();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        Thread one = Thread.ofPlatform().daemon().name("one").start(() -> holdBoth(left, right, bothHoldOne));
        Thread two = Thread.ofPlatform().daemon().name("two").start(() -> holdBoth(right, left, bothHoldOne));

        await().untilAsserted(() -> assertThat(deadlocks.find()).containsExactlyInAnyOrder("one", "two"));

        one.interrupt();
        two.interrupt();
        one.join();
        two.join();
        assertThat(deadlocks.find()).isEmpty();
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
