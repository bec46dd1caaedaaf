package io.tillsync.audit.log;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Tells how large commits are, without reading what they have changed. */
public final class CommitSizes {

    private final MongoCollection<Document> commits;

    public CommitSizes(MongoDatabase database) {
        this.commits = database.withCodecRegistry(States.CODECS).getCollection("commits");
    }

    /** How many entities a commit has changed, and when. */
    public record Size(Instant at, int changes) {}

    /** Those of a log's commits from a time on that come after a position and up to another, in any order. */
    public List<Size> of(LogId log, Instant from, Seq after, Seq to) {
        Bson wanted = Filters.and(
                Filters.eq("log", log.value()),
                Filters.gte("at", from),
                Filters.gt("seq", after.value()),
                Filters.lte("seq", to.value()));
        Bson size = Projections.fields(
                Projections.include("at"), Projections.computed("size", new Document("$size", "$changes")));
        return commits.aggregate(List.of(Aggregates.match(wanted), Aggregates.project(size)))
                .map(found -> new Size(States.instant(found, "at"), found.getInteger("size")))
                .into(new ArrayList<>());
    }
}
