package io.tillsync.sync.socket;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The library's timers (pings, their time-outs, the time to join). Each belongs to the connection that set it: it runs in that connection's lane,
 * on a thread of its own so that it holds no other timer up, and it is dropped when the connection ends. The library itself would keep a
 * dead connection until the last timer has run.
 */
final class Timers extends ScheduledThreadPoolExecutor {

    Timers() {
        super(1, Thread.ofPlatform().daemon().name("socket-timers").factory());
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        Connection connection = Lane.current();
        Runnable inLane = () -> Thread.ofVirtual().name("socket-timer").start(() -> connection.run(command));
        ScheduledFuture<?> timer = super.schedule(inLane, delay, unit);
        connection.keep(timer);
        return timer;
    }
}
