package io.tillsync.core.read;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.feed.Feeds;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/** Reads a log's commits from memory where it still holds them, else from the database, a part at a time. */
@Component
public class CommitReader {

    private static final int CHUNK = 100;

    private final Feeds feeds;
    private final Commits commits;

    public CommitReader(Feeds feeds, Commits commits) {
        this.feeds = feeds;
        this.commits = commits;
    }

    /** The commits after a position, in order, up to a head that was seen. */
    public Iterator<Commit> between(LogId log, Seq from, Head to) {
        return feeds.of(log)
                .tail(from, to.seq())
                .map(List::iterator)
                .orElseGet(() -> new FromDatabase(log, from, to.seq()));
    }

    private final class FromDatabase implements Iterator<Commit> {

        private final LogId log;
        private final Seq end;
        private Seq read;
        private Iterator<Commit> part = List.<Commit>of().iterator();

        FromDatabase(LogId log, Seq start, Seq end) {
            this.log = log;
            this.read = start;
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            if (!part.hasNext() && end.isAfter(read)) {
                int wanted = (int) Math.min(CHUNK, end.value() - read.value());
                part = commits.after(log, read, wanted).iterator();
            }
            return part.hasNext();
        }

        @Override
        public Commit next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Commit commit = part.next();
            read = commit.seq();
            return commit;
        }
    }
}
