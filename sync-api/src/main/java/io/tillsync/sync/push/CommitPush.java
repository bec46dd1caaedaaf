package io.tillsync.sync.push;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.LogId;
import io.tillsync.core.feed.FeedListener;
import io.tillsync.core.feed.Feeds;
import io.tillsync.sync.socket.Sockets;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells sockets of each commit as it becomes visible here, in order, on a thread of its own: no write waits for a socket. */
@Component
class CommitPush implements FeedListener {

    private static final Logger LOG = LoggerFactory.getLogger(CommitPush.class);
    private static final long NOTICE_PAUSE_MS = 1_000;

    private final Sockets sockets;
    private final CommitEvents events;
    private final Feeds feeds;
    private final Map<LogId, Outgoing> outgoing = new ConcurrentHashMap<>();
    private final Map<LogId, Long> lastNotice = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("commit-push").daemon().factory());

    CommitPush(Sockets sockets, CommitEvents events, Feeds feeds) {
        this.sockets = sockets;
        this.events = events;
        this.feeds = feeds;
        feeds.listen(this);
    }

    @Override
    public void committed(List<Commit> commits) {
        LogId log = commits.getFirst().log();
        if (sockets.connected(log.value()) == 0) {
            outgoing.remove(log);
            lastNotice.remove(log);
            return;
        }
        Outgoing queue = outgoing.computeIfAbsent(log, id -> new Outgoing());
        commits.forEach(queue::add);
        run(log, queue, 0);
    }

    private void run(LogId log, Outgoing queue, long delayMs) {
        try {
            var unused = thread.schedule(() -> push(log, queue), delayMs, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Shutting down: {} is told no more", log);
        }
    }

    /** What was left when the last socket had gone is not for those that have come since, who know more already. */
    private void push(LogId log, Outgoing queue) {
        if (outgoing.get(log) != queue) {
            return;
        }
        try {
            Outgoing.Due due = queue.take(untilNotice(log) <= 0);
            due.shrunk().forEach(events::sendEvents);
            due.held().ifPresent(held -> {
                lastNotice.put(log, now());
                held.only().ifPresentOrElse(events::sendCommit, () -> events.send(held.notice()));
            });
            due.commits().forEach(events::send);
        } catch (RuntimeException e) {
            LOG.error("Sockets of {} were not told of a commit; they will notice with the next one", log, e);
        }
        if (queue.hasNotice()) {
            run(log, queue, untilNotice(log));
        }
    }

    private long untilNotice(LogId log) {
        return Optional.ofNullable(lastNotice.get(log))
                .map(last -> last + NOTICE_PAUSE_MS - now())
                .orElse(0L);
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** Logs that sockets listen to are followed, whether or not anybody else asks for them, and through an outage of the database too. */
    @Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void keepFollowing() {
        sockets.rooms().forEach(room -> feeds.keepFollowing(new LogId(room)));
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
