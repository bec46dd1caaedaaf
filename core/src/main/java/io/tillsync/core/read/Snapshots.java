package io.tillsync.core.read;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.SystemFields;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Everything that is active, page by page in the order of ids, read as a stream: no page is ever held as a whole. */
@Component
public class Snapshots {

    private final Projections projections;
    private final Feeds feeds;

    public Snapshots(Projections projections, Feeds feeds) {
        this.projections = projections;
        this.feeds = feeds;
    }

    /** The heads at this moment, of the last log first: a page that is read now shows everything up to them. */
    public List<Head> pin(List<LogId> logs) {
        return feeds.heads(logs);
    }

    /**
     * What was read.
     *
     * @param given how many states
     * @param lastId of the last of them; the one that was started behind where there was none
     * @param mayHaveMore false where the type is through
     */
    public record Part(int given, String lastId, boolean mayHaveMore) {}

    /**
     * Reads active entities of a type from behind an id.
     *
     * @param afterId empty to start with the first
     * @param each is given the states, one after the other
     */
    public Part read(LogId log, EntityType type, String afterId, int limit, Consumer<Document> each) {
        int given = 0;
        String last = afterId;
        try (MongoCursor<Document> cursor = projections
                .collection(type.name())
                .find(Filters.and(
                        Filters.gt("_id", log.key(afterId)),
                        Filters.lt("_id", log.keyEnd()),
                        Filters.eq("current.active", true)))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .batchSize(1000)
                .cursor()) {
            while (cursor.hasNext()) {
                Document state = Projections.stateOf(cursor.next());
                given++;
                last = SystemFields.id(state);
                each.accept(state);
            }
        }
        return new Part(given, last, given == limit);
    }
}
