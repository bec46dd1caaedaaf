package io.tillsync.core.read;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.CommitSizes;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.feed.Feeds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How much was changed lately, by quarters of an hour: in every time zone hours and days begin with one. A log is looked through once,
 * from then on only what it has grown by.
 */
@Component
public class Activity {

    private static final long QUARTER_S = 900;
    /** What is older than this is forgotten; a day can have 25 hours. */
    private static final Duration KEPT = Duration.ofHours(50);

    private final Feeds feeds;
    private final CommitSizes sizes;
    private final Map<LogId, Tally> tallies = new ConcurrentHashMap<>();

    Activity(Feeds feeds, MongoDatabase database) {
        this.feeds = feeds;
        this.sizes = new CommitSizes(database);
    }

    /** How many changes were committed in each quarter of an hour from a time on, at most two days ago; those without any are left out. */
    public NavigableMap<Instant, Long> since(LogId log, Instant time) {
        Head head = feeds.head(log);
        return tallies.computeIfAbsent(log, Tally::new).since(quarter(time), head);
    }

    private static Instant quarter(Instant time) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), QUARTER_S) * QUARTER_S);
    }

    private final class Tally {

        private final LogId log;
        private final NavigableMap<Instant, Long> quarters = new TreeMap<>();
        private Instant begin = Instant.MAX;
        private Head counted;

        Tally(LogId log) {
            this.log = log;
            this.counted = Head.empty(log);
        }

        synchronized NavigableMap<Instant, Long> since(Instant time, Head head) {
            if (time.isBefore(begin) || counted.seq().isAfter(head.seq())) {
                begin(time, head);
            } else {
                goOn(head);
            }
            quarters.headMap(head.at().minus(KEPT)).clear();
            return new TreeMap<>(quarters.tailMap(time));
        }

        private void begin(Instant time, Head head) {
            quarters.clear();
            begin = time;
            count(Seq.START, time, head);
        }

        private void goOn(Head head) {
            if (head.seq().isAfter(counted.seq())) {
                feeds.of(log)
                        .tail(counted.seq(), head.seq())
                        .ifPresentOrElse(known -> add(known, head), () -> count(counted.seq(), counted.at(), head));
            }
        }

        private void add(List<Commit> known, Head head) {
            known.forEach(commit -> add(commit.at(), commit.changes().size()));
            counted = head;
        }

        private void count(Seq after, Instant from, Head head) {
            sizes.of(log, from, after, head.seq()).forEach(size -> add(size.at(), size.changes()));
            counted = head;
        }

        private void add(Instant at, int changes) {
            if (changes > 0) {
                quarters.merge(quarter(at), (long) changes, Long::sum);
            }
        }
    }
}
