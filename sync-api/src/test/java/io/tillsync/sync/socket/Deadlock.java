package io.tillsync.sync.socket;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Two threads that wait for each other until this is closed. */
public final class Deadlock implements AutoCloseable {

    private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    private final List<Thread> threads;

    private Deadlock(Lock left, Lock right) {
        threads = List.of(
                Thread.ofPlatform().daemon().name("one").start(() -> holdBoth(left, right)),
                Thread.ofPlatform().daemon().name("two").start(() -> holdBoth(right, left)));
    }

    public static Deadlock start() {
        return new Deadlock(new ReentrantLock(), new ReentrantLock());
    }

    private void holdBoth(Lock first, Lock second) {
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

    public List<String> names() {
        return threads.stream().map(Thread::getName).toList();
    }

    /** When this returns, nobody waits any more. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
