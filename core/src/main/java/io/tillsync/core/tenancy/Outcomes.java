package io.tillsync.core.tenancy;

import io.tillsync.core.write.Outcome;
import java.util.Optional;
import org.bson.Document;

/** Reads outcomes. */
final class Outcomes {

    private Outcomes() {}

    /** The state that an outcome leaves; empty for a refusal. */
    static Optional<Document> state(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Applied applied -> Optional.of(applied.change().after());
            case Outcome.Unchanged unchanged -> Optional.of(unchanged.state());
            case Outcome.Refused refused -> Optional.empty();
        };
    }
}
