package io.tillsync.audit.log;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bson.BsonDocument;

/** Follows the chain of a log in parts, each from where the one before ended, so that whoever waits for it sees how far it is. */
public final class ChainCheck {

    private static final int REPLY = 16;

    private final MongoCollection<BsonDocument> commits;
    private final Clock clock;

    public ChainCheck(MongoDatabase database, Clock clock) {
        this.commits = database.getCollection("commits").withDocumentClass(BsonDocument.class);
        this.clock = clock;
    }

    /**
     * How far a chain was followed.
     *
     * @param seq the last commit that is as it was written
     * @param hash its hash
     * @param time of that commit, in milliseconds
     * @param fault what is wrong with the next one; the check ends there
     */
    public record Checked(Seq seq, Hash hash, long time, Optional<Fault> fault) {

        /** Before the first commit. */
        public static final Checked NOTHING = new Checked(Seq.START, Hash.NONE, Long.MIN_VALUE, Optional.empty());
    }

    /** What is wrong in a chain, and where. */
    public record Fault(Kind kind, Seq seq) {

        /** What can be wrong with a commit. */
        public enum Kind {
            /** There is none at this position, or something else. */
            MISSING,
            /** It is not what it was when it was written. */
            ALTERED,
            /** It names another commit as the one before it than there is. */
            UNCHAINED,
            /** Its time is before that of the commit before it. */
            OUT_OF_TIME
        }
    }

    /**
     * Goes on with a check.
     *
     * @param last where it ends, at the latest
     * @param patience after which it ends earlier; at least one commit is looked at
     */
    public Checked check(LogId log, Checked from, Seq last, Duration patience) {
        Instant end = clock.instant().plus(patience);
        Verification verification = new Verification(log, from);
        try (MongoCursor<BsonDocument> stored = commits.find(
                        Filters.and(Filters.gt("_id", Commit.id(log, from.seq())), Filters.lt("_id", log.keyEnd())))
                .sort(Sorts.ascending("_id"))
                .batchSize(REPLY)
                .cursor()) {
            while (stored.hasNext()) {
                boolean isOver = verification.isAtOrAfter(last)
                        || verification.next(stored.next()).isPresent()
                        || !clock.instant().isBefore(end);
                if (isOver) {
                    return verification.checked();
                }
            }
        }
        return verification.isAtOrAfter(last) ? verification.checked() : verification.cutOff();
    }

    /** Whether a commit that was read is stored just as it was written, by its own hash. */
    public boolean isIntact(Commit commit) {
        return Optional.ofNullable(commits.find(Filters.eq("_id", commit.id())).first())
                .filter(stored -> Chain.hash(stored).equals(commit.hash()))
                .isPresent();
    }
}
