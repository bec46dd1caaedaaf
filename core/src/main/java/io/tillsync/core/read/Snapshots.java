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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
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
        List<Head> heads = new ArrayList<>();
        logs.reversed().forEach(log -> heads.addFirst(feeds.head(log)));
        return heads;
    }

    /**
     * Reads active entities of a type from behind an id.
     *
     * @param afterId empty to start with the first
     * @param each is given each state's position among those of this call, from 1, and the state
     * @return the last id given where there may be more; empty where the type is through
     */
    public Optional<String> read(
            LogId log, EntityType type, String afterId, int limit, BiConsumer<Integer, Document> each) {
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
                each.accept(given, state);
            }
        }
        return given == limit ? Optional.of(last) : Optional.empty();
    }
}
