package io.tillsync.core.bulk;

import java.util.List;
import org.bson.Document;

/**
 * What an edit would do.
 *
 * @param first of those that would change
 * @param total all that are selected
 * @param asOf where the log was: what was changed behind it is to be left alone
 */
public record Preview(List<Sample> first, long total, long changing, long asOf) {

    /** One entity, and the value that it would have. */
    public record Sample(Document state, BulkEdit.Value after) {}
}
