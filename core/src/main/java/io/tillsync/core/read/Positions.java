package io.tillsync.core.read;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.feed.Feed;
import io.tillsync.core.feed.Feeds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says where a cursor stands in the log as it is, in memory where it can. */
@Component
public class Positions {

    private final Feeds feeds;
    private final Commits commits;

    public Positions(Feeds feeds, Commits commits) {
        this.feeds = feeds;
        this.commits = commits;
    }

    /** A cursor that the log holds, with the time of the commit there; before the first commit that is 1970. */
    public record Held(Cursor cursor, Instant at) {

        static Held at(Head head) {
            return new Held(Cursor.at(head), head.at());
        }
    }

    /**
     * Finds the commit that a cursor stands at.
     *
     * @return empty where the log has another commit there, or none: not before it was looked at anew
     */
    public Optional<Held> find(Cursor cursor) {
        Feed feed = feeds.of(cursor.log());
        Head head = feeds.head(cursor.log());
        if (cursor.seq().isAfter(head.seq())) {
            head = feed.head(Duration.ZERO);
        }
        if (cursor.is(head)) {
            return Optional.of(Held.at(head));
        }
        if (cursor.seq().equals(Seq.START)) {
            return Optional.of(new Held(cursor, Instant.EPOCH))
                    .filter(held -> held.cursor().equals(Cursor.start(cursor.log())));
        }
        return cursor.seq().isAfter(head.seq()) ? Optional.empty() : commitAt(feed, cursor);
    }

    private Optional<Held> commitAt(Feed feed, Cursor cursor) {
        Optional<Commit> inMemory =
                feed.tail(new Seq(cursor.seq().value() - 1), cursor.seq()).map(List::getFirst);
        return inMemory.or(() -> commits.find(cursor.log(), cursor.seq()))
                .filter(commit -> Cursor.at(commit).equals(cursor))
                .map(commit -> new Held(cursor, commit.at()));
    }

    /** Where to read on so that nothing committed at or after the time is missed. */
    public Held since(LogId log, Instant time) {
        Head head = feeds.head(log);
        if (head.at().isBefore(time)) {
            return Held.at(head);
        }
        Seq seq = commits.lastBefore(log, head.seq(), time);
        return commits.find(log, seq)
                .map(commit -> new Held(Cursor.at(commit), commit.at()))
                .orElseGet(() -> new Held(Cursor.start(log), Instant.EPOCH));
    }
}
