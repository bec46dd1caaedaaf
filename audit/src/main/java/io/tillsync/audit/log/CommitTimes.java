package io.tillsync.audit.log;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** When commits were written, of many logs at once and without reading the commits. */
public final class CommitTimes {

    /** The most ids that one question names. */
    private static final int IDS = 2_000;

    private final MongoCollection<Document> commits;

    public CommitTimes(MongoDatabase database) {
        this.commits = database.withCodecRegistry(States.CODECS).getCollection("commits");
    }

    /** A place in a log, where there may be a commit. */
    public record Position(LogId log, Seq seq) {}

    /** The times of the commits at these positions; where there is none yet, nothing. */
    public Map<Position, Instant> at(Collection<Position> positions) {
        Map<String, Position> byId = new HashMap<>();
        positions.forEach(position -> byId.put(Commit.id(position.log(), position.seq()), position));
        List<String> ids = byId.keySet().stream().sorted().toList();
        Map<Position, Instant> times = new HashMap<>();
        for (int from = 0; from < ids.size(); from += IDS) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS));
            for (Document document : commits.find(Filters.in("_id", some)).projection(Projections.include("at"))) {
                Optional.ofNullable(byId.get(document.getString("_id")))
                        .ifPresent(position -> times.put(position, States.instant(document, "at")));
            }
        }
        return times;
    }
}
