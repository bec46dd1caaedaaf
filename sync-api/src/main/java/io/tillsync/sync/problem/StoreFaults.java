package io.tillsync.sync.problem;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoWriteException;
import io.tillsync.core.write.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/** A database that cannot be reached, or is changing its primary, is no one's fault and passes: 503. */
final class StoreFaults {
    private StoreFaults() {}

    static Optional<Problem> problemFor(Throwable fault) {
        return passes(fault)
                ? Optional.of(Problem.unavailable(
                        Duration.ofSeconds(2),
                        "The store cannot be reached. Try again shortly; a write with the same Idempotency-Key."))
                : Optional.empty();
    }

    private static boolean passes(Throwable fault) {
        return switch (fault) {
            case MongoNotPrimaryException notPrimary -> true;
            case MongoNodeIsRecoveringException recovering -> true;
            case MongoCommandException refused -> isRetryable(refused);
            case MongoWriteException refused -> isRetryable(refused);
            case MongoBulkWriteException refused ->
                isRetryable(refused) || refused.getWriteErrors().isEmpty();
            case MongoException noAnswer -> true;
            case Unavailable late -> true;
            case RejectedExecutionException shuttingDown -> true;
            default -> false;
        };
    }

    private static boolean isRetryable(MongoException fault) {
        return fault.hasErrorLabel("RetryableWriteError")
                || fault.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
    }
}
