package io.tillsync.core.read;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.feed.Feeds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says how far readers of logs are behind them. */
@Component
public class Lags {

    private final Feeds feeds;
    private final Positions positions;
    private final Commits commits;

    public Lags(Feeds feeds, Positions positions, Commits commits) {
        this.feeds = feeds;
        this.positions = positions;
        this.commits = commits;
    }

    /**
     * What a reader does not know yet.
     *
     * @param commits how many
     * @param since the time of the first of them; empty where there is none
     */
    public record Lag(long commits, Optional<Instant> since) {

        static final Lag NONE = new Lag(0, Optional.empty());

        Lag and(Lag other) {
            Optional<Instant> first = since.isPresent()
                            && other.since
                                    .filter(at -> at.isBefore(since.get()))
                                    .isEmpty()
                    ? since
                    : other.since;
            return new Lag(commits + other.commits, first);
        }
    }

    /** How far behind a token is; empty where the logs do not hold it, so that its holder has to load everything anew. */
    public Optional<Lag> of(SyncToken token) {
        Lag all = Lag.NONE;
        for (Cursor cursor : token.parts()) {
            Head head = feeds.head(cursor.log());
            if (!cursor.is(head)) {
                if (positions.find(cursor).isEmpty()) {
                    return Optional.empty();
                }
                all = all.and(behind(cursor, head));
            }
        }
        return Optional.of(all);
    }

    private Lag behind(Cursor cursor, Head head) {
        long count = head.seq().value() - cursor.seq().value();
        return count <= 0 ? Lag.NONE : new Lag(count, next(cursor).map(Commit::at));
    }

    private Optional<Commit> next(Cursor cursor) {
        Seq next = cursor.seq().next();
        return feeds.of(cursor.log())
                .tail(cursor.seq(), next)
                .map(List::getFirst)
                .or(() -> commits.find(cursor.log(), next));
    }
}
