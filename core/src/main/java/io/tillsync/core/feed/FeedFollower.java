package io.tillsync.core.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps asking what other processes have appended, and says once when it cannot. Goes on while the process drains: whoever is still
 * connected then still has to hear of everything.
 */
@Component
class FeedFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedFollower.class);
    /** Later than the web server, which stops at 2048 before the default. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    private final Feeds feeds;
    private final long pauseMillis;
    private Optional<ScheduledExecutorService> running = Optional.empty();
    private boolean failing;

    FeedFollower(Feeds feeds, FeedProperties properties) {
        this.feeds = feeds;
        this.pauseMillis = properties.pollInterval().toMillis();
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("feeds").factory());
        var unused = executor.scheduleWithFixedDelay(this::follow, pauseMillis, pauseMillis, TimeUnit.MILLISECONDS);
        running = Optional.of(executor);
    }

    @Override
    public synchronized void stop() {
        running.ifPresent(FeedFollower::end);
        running = Optional.empty();
    }

    /** Does not break off a look that is under way: that would be logged as a fault. */
    private static void end(ScheduledExecutorService executor) {
        executor.shutdown();
        try {
            boolean unused = executor.awaitTermination(LONGEST_LOOK.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running.isPresent();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void follow() {
        try {
            feeds.followAll();
            if (failing) {
                LOG.info("All logs are followed again");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Not all logs can be followed; they are asked again until they can", e);
            }
            failing = true;
        }
    }
}
