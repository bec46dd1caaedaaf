package io.tillsync.core.importing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.tillsync.audit.log.States;
import io.tillsync.core.exporting.FormulaGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The rows that were not imported, in the collection {@code import-rejects}: a document for those of each chunk. A chunk that is
 * done again after a crash replaces its own.
 */
final class RejectedRows {

    private static final long KEPT_DAYS = 90;
    private static final String SEPARATOR = "; ";

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

    private final MongoCollection<Document> chunks;
    private final Clock clock;

    RejectedRows(MongoDatabase database, Clock clock) {
        this.chunks = database.withCodecRegistry(States.CODECS).getCollection("import-rejects");
        this.clock = clock;
    }

    /**
     * Keeps a chunk's rejected rows.
     *
     * @param first the number of the chunk's first row
     */
    void save(String importId, long first, List<Rejected> rejected) {
        Document chunk = new Document("at", clock.instant())
                .append("rows", rejected.stream().map(RejectedRows::document).toList());
        chunks.replaceOne(
                Filters.eq("_id", "%s/%012d".formatted(importId, first)), chunk, new ReplaceOptions().upsert(true));
    }

    private static Document document(Rejected rejected) {
        return new Document("line", rejected.row().line())
                .append("cells", rejected.row().cells())
                .append(
                        "columns",
                        rejected.errors().stream().map(RowError::column).toList())
                .append(
                        "reasons",
                        rejected.errors().stream().map(RowError::reason).toList());
    }

    List<RejectedRow> first(String importId, int limit) {
        List<RejectedRow> rows = new ArrayList<>();
        try (MongoCursor<Document> stored = cursor(importId)) {
            while (rows.size() < limit && stored.hasNext()) {
                stored.next().getList("rows", Document.class).stream()
                        .limit(limit - rows.size())
                        .map(row -> new RejectedRow(
                                row.getLong("line"),
                                row.getList("cells", String.class),
                                row.getList("columns", String.class),
                                row.getList("reasons", String.class)))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    private MongoCursor<Document> cursor(String importId) {
        return chunks.find(ofImport(importId))
                .sort(Sorts.ascending("_id"))
                .batchSize(4)
                .cursor();
    }

    private static Bson ofImport(String importId) {
        return Filters.and(Filters.gte("_id", importId + "/"), Filters.lt("_id", importId + "0"));
    }

    /** Writes them as a file: the row's own columns, then line, column and reason. What is wrong with a row is joined by semicolons. */
    void write(String importId, List<String> header, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out);
                MongoCursor<Document> stored = cursor(importId)) {
            csv.writeRecord(with(header, "line", "column", "reason"));
            while (stored.hasNext()) {
                for (Document row : stored.next().getList("rows", Document.class)) {
                    csv.writeRecord(with(
                            row.getList("cells", String.class),
                            row.getLong("line").toString(),
                            String.join(SEPARATOR, row.getList("columns", String.class)),
                            String.join(SEPARATOR, row.getList("reasons", String.class))));
                }
            }
        }
    }

    private static List<String> with(List<String> cells, String... more) {
        List<String> all =
                new ArrayList<>(cells.stream().map(RejectedRows::guarded).toList());
        all.addAll(List.of(more));
        return all;
    }

    /** Whoever opens the file is not always who has made it. What the file had guarded already stays as it was. */
    private static String guarded(String cell) {
        return NUMBER.matcher(cell).matches() ? cell : FormulaGuard.guarded(FormulaGuard.unguarded(cell));
    }

    void createIndexes() {
        chunks.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }
}
