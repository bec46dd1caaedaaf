package io.tillsync.audit.log;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Reads logs from their ends back, as auditors do. Nothing here knows what is projected or published: it shows what is written.
 *
 * <p>Conditions are those of the stored form: {@code actor.id}, {@code origin}, {@code event}, {@code note}, {@code at}, and of the
 * elements of {@code changes} {@code entityType}, {@code entityId}, {@code op}, {@code changed}, {@code before}, {@code after}.
 */
public final class History {

    private static final Bson WITHOUT_STATES = Projections.include(
            "log",
            "seq",
            "at",
            "actor",
            "origin",
            "event",
            "note",
            "changes.entityType",
            "changes.entityId",
            "changes.op",
            "changes.changed");

    /** Behind each, ids go on in the order of the log: what one is asked for is found in it from the newest on. */
    private static final List<String> ASKED_FOR = List.of("actor.id", "origin", "changes.entityType");

    private final MongoCollection<Document> commits;
    private final Remembered remembered = new Remembered();

    public History(MongoDatabase database) {
        this.commits = database.withCodecRegistry(States.CODECS).getCollection("commits");
    }

    /** Where logs end; a log without a commit is left out. */
    public Map<LogId, Seq> heads(Collection<LogId> logs) {
        Map<LogId, Seq> heads = new HashMap<>();
        for (LogId log : logs) {
            Optional.ofNullable(
                            commits.find(Filters.and(Filters.gt("_id", log.key("")), Filters.lt("_id", log.keyEnd())))
                                    .sort(Sorts.descending("_id"))
                                    .projection(Projections.include("seq"))
                                    .first())
                    .ifPresent(last -> heads.put(log, new Seq(last.getLong("seq"))));
        }
        return heads;
    }

    /**
     * The positions of the last commits before a time, in each of the logs its own; commits at that very millisecond come after it. Found
     * by halving all logs at once, since times never decrease along a log.
     *
     * @param heads the last position in question of each log
     * @param times for each of those logs
     */
    public Map<LogId, Seq> lastBefore(Map<LogId, Seq> heads, Map<LogId, Instant> times) {
        Map<LogId, Halving> halvings = new HashMap<>();
        heads.forEach((log, head) -> halvings.put(log, new Halving(0, head.value())));
        for (List<LogId> open = open(halvings); !open.isEmpty(); open = open(halvings)) {
            Map<String, Instant> found = times(open.stream()
                    .map(log -> Commit.id(log, new Seq(halved(halvings, log).middle())))
                    .toList());
            for (LogId log : open) {
                Halving halving = halved(halvings, log);
                Instant limit = Optional.ofNullable(times.get(log)).orElse(Instant.MAX);
                boolean isBefore = Optional.ofNullable(found.get(Commit.id(log, new Seq(halving.middle()))))
                        .map(at -> at.isBefore(limit))
                        .orElse(true);
                halvings.put(log, halving.when(isBefore));
            }
        }
        Map<LogId, Seq> positions = new HashMap<>();
        halvings.forEach((log, halving) -> positions.put(log, new Seq(halving.low())));
        return positions;
    }

    private static List<LogId> open(Map<LogId, Halving> halvings) {
        return halvings.keySet().stream()
                .filter(log -> halved(halvings, log).isOpen())
                .sorted()
                .toList();
    }

    private static Halving halved(Map<LogId, Halving> halvings, LogId log) {
        return Optional.ofNullable(halvings.get(log)).orElseThrow();
    }

    /** A position is looked for between these two, both included. */
    private record Halving(long low, long high) {

        boolean isOpen() {
            return low < high;
        }

        long middle() {
            return (low + high + 1) >>> 1;
        }

        Halving when(boolean isBefore) {
            return isBefore ? new Halving(middle(), high) : new Halving(low, middle() - 1);
        }
    }

    private Map<String, Instant> times(List<String> ids) {
        Map<String, Instant> times = new HashMap<>();
        for (Document document : commits.find(Filters.in("_id", ids)).projection(Projections.include("at"))) {
            times.put(document.getString("_id"), States.instant(document, "at"));
        }
        return times;
    }

    /** The time of a commit; empty where there is none at that position. */
    public Optional<Instant> at(LogId log, Seq seq) {
        String id = Commit.id(log, seq);
        return Optional.ofNullable(times(List.of(id)).get(id));
    }

    /**
     * The newest commits of a part of a log that meet a condition, newest first.
     *
     * @param after where the part begins; that position is not in it
     * @param last where it ends, included
     */
    public List<Outline> newest(LogId log, Seq after, Seq last, Bson condition, int limit) {
        Bson part = Filters.and(Filters.gt("_id", Commit.id(log, after)), Filters.lte("_id", Commit.id(log, last)));
        List<Document> found = commits.find(Filters.and(part, condition))
                .projection(Projections.include("hash"))
                .sort(Sorts.descending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
        Map<String, Outline> outlines = outlines(found);
        return found.stream()
                .flatMap(document -> Optional.ofNullable(outlines.get(document.getString("_id"))).stream())
                .toList();
    }

    /** Commits never change, and those of an import are large: what was shown lately is remembered, by its hash. */
    private Map<String, Outline> outlines(List<Document> found) {
        Map<String, Outline> outlines = new HashMap<>();
        Map<String, String> missing = new HashMap<>();
        for (Document document : found) {
            String id = document.getString("_id");
            String hash = document.getString("hash");
            remembered.find(hash).ifPresentOrElse(known -> outlines.put(id, known), () -> missing.put(id, hash));
        }
        if (!missing.isEmpty()) {
            List<String> ids = missing.keySet().stream().sorted().toList();
            for (Document document : commits.find(Filters.in("_id", ids)).projection(WITHOUT_STATES)) {
                Outline outline = CommitDocuments.outline(document);
                outlines.put(outline.id(), outline);
                remembered.keep(missing.getOrDefault(outline.id(), ""), outline);
            }
        }
        return outlines;
    }

    /** Those commits with all that they have changed, by their ids. */
    public Map<String, Commit> whole(Collection<Outline> outlines) {
        Map<String, Commit> found = new HashMap<>();
        if (!outlines.isEmpty()) {
            List<String> ids = outlines.stream().map(Outline::id).sorted().toList();
            for (Document document : commits.find(Filters.in("_id", ids))) {
                found.put(document.getString("_id"), CommitDocuments.fromDocument(document));
            }
        }
        return found;
    }

    static List<IndexModel> indexes() {
        return Stream.concat(
                        ASKED_FOR.stream().map(field -> new IndexModel(Indexes.ascending(field, "_id"))),
                        Stream.of(new IndexModel(
                                Indexes.ascending("event", "_id"),
                                new IndexOptions().partialFilterExpression(Filters.exists("event")))))
                .toList();
    }
}
