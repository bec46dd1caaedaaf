package io.tillsync.audit.log;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoIterable;
import io.tillsync.audit.log.ChainCheck.Checked;
import io.tillsync.audit.log.ChainCheck.Fault;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Follows the chain of a log through what is stored, whether or not it can still be read as commits. */
final class Verification {

    private final LogId log;
    private Checked checked;

    Verification(LogId log, Checked from) {
        this.log = log;
        this.checked = from;
    }

    /** The first fault in a log, given whole and in the order of the ids, in words. */
    static Optional<String> fault(LogId log, MongoIterable<BsonDocument> stored) {
        Verification verification = new Verification(log, Checked.NOTHING);
        try (MongoCursor<BsonDocument> each = stored.cursor()) {
            while (each.hasNext()) {
                BsonDocument next = each.next();
                Optional<Fault> fault = verification.next(next);
                if (fault.isPresent()) {
                    return fault.map(found -> words(found, next));
                }
            }
        }
        return Optional.empty();
    }

    private static String words(Fault fault, BsonDocument stored) {
        return switch (fault.kind()) {
            case MISSING -> "position " + fault.seq() + " is missing; in its place stands " + stored.get("_id");
            case ALTERED -> "commit " + fault.seq() + " was altered after it was written";
            case UNCHAINED -> "commit " + fault.seq() + " does not follow the commit before it";
            case OUT_OF_TIME -> "commit " + fault.seq() + " is older than the commit before it";
        };
    }

    Checked checked() {
        return checked;
    }

    boolean isAtOrAfter(Seq position) {
        return !position.isAfter(checked.seq());
    }

    /** The log ends here, though it went on before. */
    Checked cutOff() {
        refused(Fault.Kind.MISSING);
        return checked;
    }

    Optional<Fault> next(BsonDocument stored) {
        Seq expected = checked.seq().next();
        if (!isText(stored.get("_id"), Commit.id(log, expected))) {
            return refused(Fault.Kind.MISSING);
        }
        Hash own = Chain.hash(stored);
        if (!isText(stored.get("hash"), own.value())) {
            return refused(Fault.Kind.ALTERED);
        }
        if (!isText(stored.get("previous"), checked.hash().value())) {
            return refused(Fault.Kind.UNCHAINED);
        }
        long at = Objects.requireNonNull(stored.get("at")).asDateTime().getValue();
        if (at < checked.time()) {
            return refused(Fault.Kind.OUT_OF_TIME);
        }
        checked = new Checked(expected, own, at, Optional.empty());
        return Optional.empty();
    }

    private Optional<Fault> refused(Fault.Kind kind) {
        Fault fault = new Fault(kind, checked.seq().next());
        checked = new Checked(checked.seq(), checked.hash(), checked.time(), Optional.of(fault));
        return Optional.of(fault);
    }

    private static boolean isText(@Nullable BsonValue value, String text) {
        return new BsonString(text).equals(value);
    }
}
