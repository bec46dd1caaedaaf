package io.tillsync.core.feed;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Movement;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.projection.Projections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The logs that this process knows, the listeners to them, and the memory that their tails share. */
@Component
public class Feeds {

    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);

    private final AtomicLong weight = new AtomicLong();
    private final Map<LogId, Feed> feeds = new ConcurrentHashMap<>();
    private final Set<LogId> pinned = ConcurrentHashMap.newKeySet();
    private final List<FeedListener> listeners = new CopyOnWriteArrayList<>();
    private final Commits commits;
    private final Projections projections;
    private final FeedProperties properties;
    private final FeedListener told = new FeedListener() {
        @Override
        public void committed(List<Commit> commits) {
            published(commits);
        }

        @Override
        public void appended(Head head) {
            tell(head.log(), listener -> listener.appended(head));
        }
    };

    public Feeds(Commits commits, Projections projections, FeedProperties properties) {
        this.commits = commits;
        this.projections = projections;
        this.properties = properties;
    }

    public Feed of(LogId log) {
        return feeds.computeIfAbsent(log, id -> new Feed(id, commits, projections, weight, told));
    }

    /** The head of a log as it was within the last second. */
    public Head head(LogId log) {
        return of(log).head(properties.confirmedWithin());
    }

    /** The heads of several logs, of the last one first: whatever a commit there refers to in an earlier log is there at that one's head. */
    public List<Head> heads(List<LogId> logs) {
        List<Head> heads = new ArrayList<>();
        logs.reversed().forEach(log -> heads.addFirst(head(log)));
        return heads;
    }

    /** Goes on following a log that has been looked at, as if somebody had asked for it now; asks the database nothing. */
    public void keepFollowing(LogId log) {
        of(log).used();
    }

    /** Follows a log, once it has been looked at, as long as this process runs, whether or not somebody asks for it. */
    public void pin(LogId log) {
        pinned.add(log);
    }

    public void listen(FeedListener listener) {
        listeners.add(listener);
    }

    private void published(List<Commit> next) {
        tell(next.getFirst().log(), listener -> listener.committed(next));
        while (weight.get() > properties.tailBytes().toBytes()) {
            feeds.values().stream()
                    .max(Comparator.comparingLong(Feed::tailWeight))
                    .ifPresent(Feed::dropOldest);
        }
    }

    private void tell(LogId log, Consumer<FeedListener> news) {
        for (FeedListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("A listener failed on {}", log, e);
            }
        }
    }

    private Stream<Feed> followed() {
        return feeds.values().stream()
                .filter(feed -> feed.isUsed(Feed.FOLLOWED) || pinned.contains(feed.log()))
                .filter(feed -> feed.known().isPresent());
    }

    private Stream<Head> heads() {
        return followed().flatMap(feed -> feed.known().stream());
    }

    /** The logs that are followed, each with how long ago it was last looked at with success: as a rule less than a second. Asks nothing. */
    public Map<LogId, Duration> lastLooks() {
        return followed().collect(Collectors.toMap(Feed::log, Feed::sinceLook));
    }

    /** Whether this process knows that a log ends there; else it may or may not. Asks nothing. */
    public boolean isAtHead(LogId log, Seq seq) {
        return Optional.ofNullable(feeds.get(log))
                .filter(feed -> feed.isConfirmed(properties.confirmedWithin()))
                .flatMap(Feed::known)
                .filter(head -> head.seq().equals(seq))
                .isPresent();
    }

    /**
     * Looks, with one question for all followed logs, for what other processes have appended, and takes it in. A log that cannot be taken in
     * does not keep the others from it.
     */
    public void followAll() {
        follow(heads().toList());
    }

    /**
     * Somebody says how far logs are: those that are followed here and not known to be as far are looked at now. It is a hint only, and
     * does no harm where it is wrong.
     */
    public void heard(Map<LogId, Seq> said) {
        List<Head> behind = heads().filter(
                        head -> said.getOrDefault(head.log(), Seq.START).isAfter(head.seq()))
                .toList();
        follow(behind);
    }

    private void follow(List<Head> seen) {
        if (seen.isEmpty()) {
            return;
        }
        long asked = System.nanoTime();
        Map<LogId, Movement> movements = commits.movements(seen);
        List<RuntimeException> faults = new ArrayList<>();
        for (Head head : seen) {
            try {
                follow(of(head.log()), head, Optional.ofNullable(movements.get(head.log())), asked);
            } catch (RuntimeException e) {
                faults.add(e);
            }
        }
        if (!faults.isEmpty()) {
            throw faults.getFirst();
        }
    }

    /** Whoever holds the log at this moment moves its head, or finds it replaced, by himself. */
    private static void follow(Feed feed, Head seen, Optional<Movement> movement, long asked) {
        if (movement.isEmpty()) {
            feed.confirmedUnmoved(seen, asked);
        } else {
            feed.catchUpIfIdle();
        }
    }
}
