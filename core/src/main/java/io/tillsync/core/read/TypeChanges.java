package io.tillsync.core.read;

import java.util.List;
import org.bson.Document;

/**
 * The changes of one entity type, each entity at most once.
 *
 * @param created states of what was not active at the cursor and is now
 * @param updated states of what was active at the cursor and is now
 * @param deleted ids of what was changed and is not active now
 */
public record TypeChanges(List<Document> created, List<Document> updated, List<String> deleted) {

    int size() {
        return created.size() + updated.size() + deleted.size();
    }
}
