package io.tillsync.core.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.GuardedWrites;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.audit.log.States;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * What follows from the commits: the current state of each entity, in a collection by the name of its type, and the holder of each unique
 * value. All of it is found by {@code _id}, can be written again at any time, late or twice, and changes nothing then.
 */
@Component
public class Projections {

    private static final String CURRENT = "current";

    private final MongoDatabase database;
    private final EntityTypes types;
    private final Commits commits;
    private final UniqueValues uniqueValues;

    public Projections(MongoDatabase database, EntityTypes types, Commits commits) {
        this.database = database.withCodecRegistry(States.CODECS);
        this.types = types;
        this.commits = commits;
        this.uniqueValues = new UniqueValues(this.database, types);
    }

    /** Writes what follows from commits of one log, given in order, folded to one write for each document. */
    public void project(List<Commit> batch) {
        Map<String, SortedMap<String, Document>> byType = new TreeMap<>();
        for (Commit commit : batch) {
            for (Change change : commit.changes()) {
                byType.computeIfAbsent(change.entityType(), type -> new TreeMap<>())
                        .put(commit.log().key(change.entityId()), current(commit, change));
            }
        }
        byType.forEach((type, documents) -> GuardedWrites.keepNewest(collection(type), documents));
        uniqueValues.project(batch);
        commits.operations().record(batch);
    }

    private Document current(Commit commit, Change change) {
        Document current = new Document("seq", commit.seq().value())
                .append("log", commit.log().value())
                .append("active", change.op().leavesActive())
                .append("state", change.after());
        types.find(change.entityType()).ifPresent(type -> SearchKeys.addTo(current, type, change.after()));
        return current;
    }

    /** The states of those of the ids that have one, deleted ones too. */
    public Map<String, Document> states(LogId log, String type, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<String> keys = ids.stream().distinct().map(log::key).sorted().toList();
        Map<String, Document> states = new HashMap<>();
        for (Document document : collection(type).find(byId(keys))) {
            Document state = stateOf(document);
            states.put(log.keyOf(document.getString("_id")), state);
        }
        return states;
    }

    public Optional<Document> state(LogId log, String type, String id) {
        return Optional.ofNullable(
                        collection(type).find(Filters.eq("_id", log.key(id))).first())
                .map(Projections::stateOf);
    }

    private static Bson byId(List<String> keys) {
        return keys.size() == 1 ? Filters.eq("_id", keys.getFirst()) : Filters.in("_id", keys);
    }

    /** Who holds each of the unique values; one that is free is left out. */
    public Map<String, String> holders(LogId log, Collection<String> values) {
        return uniqueValues.holders(log, values);
    }

    /** Some active entities of the type, at most {@code limit}, one of whose fields points to the target. */
    public List<Document> referrers(LogId log, EntityType type, List<String> fields, String targetId, int limit) {
        List<Bson> pointing = fields.stream()
                .map(field -> Filters.eq("current.state." + field, targetId))
                .toList();
        return collection(type.name())
                .find(Filters.and(
                        Filters.eq("current.log", log.value()),
                        Filters.eq("current.active", true),
                        Filters.or(pointing)))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(Projections::stateOf)
                .into(new ArrayList<>());
    }

    /** The collection that holds the type's entities, for questions that go beyond those here. */
    public MongoCollection<Document> collection(String type) {
        return database.getCollection(type);
    }

    /** What a list is sorted by: of texts their folded form, which is kept beside the state. */
    public static String sortKey(Field field) {
        return (field.kind() instanceof Kind.Text ? "current.sort." : "current.state.") + field.name();
    }

    public static Document stateOf(Document projected) {
        return projected.get(CURRENT, Document.class).get("state", Document.class);
    }

    /** Makes the indexes that lists and searches use; what is on the way of a write is found by {@code _id}. */
    public void createIndexes() {
        types.all().forEach(type -> SearchKeys.indexes(type).forEach(collection(type.name())::createIndex));
    }

    /** Drops everything that follows from any log, also from one whose commits are no longer there. Then each has to be rebuilt. */
    public void clear() {
        types.all().forEach(type -> collection(type.name()).deleteMany(Filters.empty()));
        uniqueValues.deleteAll(Filters.empty());
        commits.operations().forgetAll();
    }

    /**
     * Drops everything that follows from the log's commits and writes it anew. Nothing else may write to the log meanwhile; where this
     * breaks off, it has to be done again.
     *
     * @return the position of the log's last commit
     */
    public Seq rebuild(LogId log) {
        Bson ofLog = Filters.and(Filters.gt("_id", log.key("")), Filters.lt("_id", log.keyEnd()));
        types.all().forEach(type -> collection(type.name()).deleteMany(ofLog));
        uniqueValues.deleteAll(ofLog);
        commits.operations().forget(log);
        Seq seq = Seq.START;
        for (List<Commit> next = commits.after(log, seq, 100); !next.isEmpty(); next = commits.after(log, seq, 100)) {
            project(next);
            seq = next.getLast().seq();
        }
        return seq;
    }
}
