package io.tillsync.core.bulk;

import io.tillsync.core.read.Entities.Query;
import java.util.Set;

/** Which entities are meant. */
public sealed interface Selection {

    /** Those, as far as they are there. */
    record Ids(Set<String> ids) implements Selection {}

    /** All that a query finds. */
    record Matching(Query query) implements Selection {}
}
