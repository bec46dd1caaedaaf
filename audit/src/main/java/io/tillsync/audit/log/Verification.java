package io.tillsync.audit.log;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoIterable;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Follows the chain of a log through what is stored, whether or not it can still be read as commits. */
final class Verification {

    private final LogId log;
    private Seq seq = Seq.START;
    private Hash hash = Hash.NONE;
    private long time = Long.MIN_VALUE;

    private Verification(LogId log) {
        this.log = log;
    }

    /** The first fault in a log, given whole and in the order of the ids. */
    static Optional<String> fault(LogId log, MongoIterable<BsonDocument> stored) {
        Verification verification = new Verification(log);
        try (MongoCursor<BsonDocument> each = stored.cursor()) {
            while (each.hasNext()) {
                Optional<String> fault = verification.next(each.next());
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> next(BsonDocument stored) {
        Seq expected = seq.next();
        if (!isText(stored.get("_id"), Commit.id(log, expected))) {
            return Optional.of("position " + expected + " is missing; in its place stands " + stored.get("_id"));
        }
        Hash own = Chain.hash(stored);
        if (!isText(stored.get("hash"), own.value())) {
            return Optional.of("commit " + expected + " was altered after it was written");
        }
        if (!isText(stored.get("previous"), hash.value())) {
            return Optional.of("commit " + expected + " does not follow the commit before it");
        }
        long at = Objects.requireNonNull(stored.get("at")).asDateTime().getValue();
        if (at < time) {
            return Optional.of("commit " + expected + " is older than the commit before it");
        }
        seq = expected;
        hash = own;
        time = at;
        return Optional.empty();
    }

    private static boolean isText(@Nullable BsonValue value, String text) {
        return new BsonString(text).equals(value);
    }
}
