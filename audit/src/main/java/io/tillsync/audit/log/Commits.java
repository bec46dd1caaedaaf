package io.tillsync.audit.log;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * The commits of all logs, in the collection {@code commits}.
 *
 * <p>A log has no gaps, so the ids of what follows a position are known beforehand: everything here is found by {@code _id}. Whoever
 * passes the database decides what is durable: it has to write and read with majority.
 */
public final class Commits {

    /** The most commits that one question to the database brings. */
    private static final int CHUNK = 100;

    /** The most that come in one reply: commits of an import are large, and not every server bounds its replies by their bytes. */
    private static final int REPLY = 16;

    private final MongoCollection<Document> commits;
    private final CommitInserts inserts;
    private final Operations operations;

    public Commits(MongoDatabase database) {
        MongoDatabase states = database.withCodecRegistry(States.CODECS);
        this.commits = states.getCollection("commits");
        this.inserts = new CommitInserts(commits.withDocumentClass(RawBsonDocument.class));
        this.operations = new Operations(states);
    }

    /** What an operation that was asked for before has led to. */
    public Operations operations() {
        return operations;
    }

    /**
     * Appends commits that follow each other and the head that the caller has seen. Succeeds only if nobody else took their positions:
     * what was true at that head is then still true before the first of them. They go in order, so that those in the log are always the
     * first ones.
     *
     * @throws com.mongodb.MongoException where it is not known whether the commits have arrived
     */
    public AppendResult append(List<Commit> batch) {
        return inserts.append(batch.stream().map(CommitDocuments::toBson).toList());
    }

    /** All logs that hold a commit, in the order of their names. Asks the database once for each. */
    public List<LogId> logs() {
        List<LogId> logs = new ArrayList<>();
        Optional<LogId> next = firstLogFrom("");
        while (next.isPresent()) {
            logs.add(next.get());
            next = firstLogFrom(next.get().keyEnd());
        }
        return logs;
    }

    private Optional<LogId> firstLogFrom(String key) {
        return Optional.ofNullable(commits.find(Filters.gte("_id", key))
                        .sort(Sorts.ascending("_id"))
                        .projection(Projections.include("_id"))
                        .first())
                .map(first -> first.getString("_id"))
                .map(id -> new LogId(id.substring(0, id.indexOf('/'))));
    }

    /** The last commit of the log; empty where it has none. */
    public Optional<Commit> head(LogId log) {
        return Optional.ofNullable(
                        commits.find(ofLog(log)).sort(Sorts.descending("_id")).first())
                .map(CommitDocuments::fromDocument);
    }

    public Optional<Commit> find(LogId log, Seq seq) {
        return Optional.ofNullable(
                        commits.find(Filters.eq("_id", Commit.id(log, seq))).first())
                .map(CommitDocuments::fromDocument);
    }

    /** The commit that an operation made; empty where there is none, or where what follows from it is not yet projected. */
    public Optional<Commit> find(LogId log, String operationId) {
        return Optional.ofNullable(madeBy(log, List.of(operationId)).get(operationId));
    }

    /** The commits that operations made, as {@link #find(LogId, String)} gives them; an operation that made none is left out. */
    public Map<String, Commit> madeBy(LogId log, Collection<String> operationIds) {
        Collection<Seq> positions = operations.find(log, operationIds).values();
        if (positions.isEmpty()) {
            return Map.of();
        }
        List<String> ids =
                positions.stream().map(seq -> Commit.id(log, seq)).sorted().toList();
        Map<String, Commit> made = new HashMap<>();
        for (Document document : commits.find(Filters.in("_id", ids))) {
            Commit commit = CommitDocuments.fromDocument(document);
            made.put(commit.operation().id(), commit);
        }
        // After a restored backup another commit can stand where an operation had its own.
        made.keySet().retainAll(operationIds);
        return made;
    }

    /**
     * What follows a position, in order and without gaps.
     *
     * @param limit the most commits given; fewer than that do not mean that the log ends there, none does
     */
    public List<Commit> after(LogId log, Seq seq, int limit) {
        List<String> ids = LongStream.rangeClosed(1, Math.min(limit, CHUNK))
                .mapToObj(step -> Commit.id(log, seq.plus(step)))
                .toList();
        List<Commit> found = new ArrayList<>();
        try (MongoCursor<Document> stored = commits.find(Filters.in("_id", ids))
                .sort(Sorts.ascending("_id"))
                .batchSize(REPLY)
                .cursor()) {
            while (stored.hasNext()) {
                Commit commit = CommitDocuments.fromDocument(stored.next());
                if (!commit.seq().equals(seq.plus(found.size() + 1L))) {
                    break; // A reader can meet a later commit of an insert that is still running before an earlier one.
                }
                found.add(commit);
            }
        }
        return found;
    }

    /**
     * How logs stand to the ends that a process has seen of them, with one question for all.
     *
     * @return for each log whose end is no longer the one seen, what has happened to it
     */
    public Map<LogId, Movement> movements(Collection<Head> seen) {
        List<String> ids = seen.stream()
                .flatMap(head -> Stream.of(head.seq(), head.seq().next()).map(seq -> Commit.id(head.log(), seq)))
                .sorted()
                .toList();
        Map<String, String> hashes = new HashMap<>();
        for (Document document : commits.find(Filters.in("_id", ids)).projection(Projections.include("hash"))) {
            hashes.put(document.getString("_id"), document.getString("hash"));
        }
        Map<LogId, Movement> movements = new HashMap<>();
        for (Head head : seen) {
            String own = hashes.getOrDefault(Commit.id(head.log(), head.seq()), Hash.NONE.value());
            if (!own.equals(head.hash().value())) {
                movements.put(head.log(), Movement.REPLACED);
            } else if (hashes.containsKey(Commit.id(head.log(), head.seq().next()))) {
                movements.put(head.log(), Movement.GROWN);
            }
        }
        return movements;
    }

    /**
     * The position of the last commit before a time; commits at that very millisecond come after it. Found by halving, since times
     * never decrease along a log.
     */
    public Seq lastBefore(LogId log, Seq head, Instant time) {
        long low = 0;
        long high = head.value();
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            boolean before = find(log, new Seq(middle))
                    .map(commit -> commit.at().isBefore(time))
                    .orElse(true);
            if (before) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new Seq(low);
    }

    /**
     * Follows the whole chain of a log, up to where it ends now. That commits are missing at its very end can't be seen in the log itself.
     *
     * @return the first fault, in words; empty where the log is as it was written
     */
    public Optional<String> verify(LogId log) {
        MongoCollection<BsonDocument> stored = commits.withDocumentClass(BsonDocument.class);
        Optional<BsonDocument> last = Optional.ofNullable(stored.find(ofLog(log))
                .sort(Sorts.descending("_id"))
                .projection(Projections.include("_id"))
                .first());
        return last.flatMap(end -> Verification.fault(
                log,
                stored.find(Filters.and(ofLog(log), Filters.lte("_id", end.get("_id"))))
                        .sort(Sorts.ascending("_id"))
                        .batchSize(REPLY)));
    }

    private static Bson ofLog(LogId log) {
        return Filters.and(Filters.gt("_id", log.key("")), Filters.lt("_id", log.keyEnd()));
    }

    /** Makes the indexes that auditors' questions use; nothing on the way of a write needs one. */
    public void createIndexes() {
        commits.createIndexes(History.indexes());
        operations.createIndexes();
    }
}
