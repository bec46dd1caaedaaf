package io.tillsync.core.importing;

import static io.tillsync.core.importing.ImportProcess.BUSINESS_LOG;
import static io.tillsync.core.importing.ImportProcess.STORE_LOG;
import static io.tillsync.core.importing.ImportProcess.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.Interposed;
import io.tillsync.audit.log.Interposed.Hook;
import io.tillsync.core.importing.ImportJob.State;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Edit;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A process dies, or stands still, before each of its writes, and so after each of them; another one, or its next start, goes on. */
class ImportCrashIT {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-16T10:30:00Z"), ZoneOffset.UTC);
    private static final Clock LATER = Clock.fixed(Instant.parse("2026-01-16T10:30:16Z"), ZoneOffset.UTC);

    private static final String BEFORE = "barcode,sku,name,price,quantity\n1,S1,One,1,10\n2,S2,Two,2,\n3,S3,Three,3,\n";

    /** In chunks of four: updates, what is there already, rejects, repeated rows, categories, opening stock. */
    private static final String FILE = """
            barcode,sku,name,price,category,quantity
            1,S1,One,1.50,Tea,99
            2,S2,Two,2,,7
            4,S4,Four,4,Tea,4
            4,S4,Four,4.50,Tea,5
            5,S1,Five,5,,5
            6,S6,Six,"6,00",Milk,6
            7,S7,Seven,7,Coffee,
            7,S7,Seven,7,Coffee,7
            3,S3,Three,3,,
            2,S2,Two,2,,7
            1,S1,One,1.50,Tea,99
            6,S6,Six,6,Milk,6
            8,S4,Eight,8,,8
            8,S8,Eight,8,,8
            8,S8,Eight,8.50,,9
            """;

    private static EmbeddedMongo mongo;

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeAll
    static void start() {
        mongo = EmbeddedMongo.start();
    }

    @AfterAll
    static void stop() {
        mongo.close();
    }

    private static ImportProcess process(MongoDatabase database, Clock clock) {
        return new ImportProcess(database, clock, 4);
    }

    private static MongoDatabase prepared() throws IOException {
        MongoDatabase database = mongo.fresh();
        process(database, NOW).run("products", BEFORE);
        return database;
    }

    /** All that an import leaves, but for what chance decides. */
    private static String outcome(ImportProcess process, ImportJob job) throws IOException {
        Map<String, String> names = new TreeMap<>();
        process.states("categories").forEach(state -> names.put(SystemFields.id(state), state.getString("name")));
        Map<String, String> stocks = new TreeMap<>();
        process.states("stocks").forEach(state -> stocks.put(state.getString("productId"), "" + state.get("quantity")));
        Map<String, String> products = new TreeMap<>();
        for (Document state : process.states("products")) {
            products.put(
                    state.getString("barcode"),
                    state.get("name") + " " + state.get("sku") + " " + state.get("price") + " v"
                            + SystemFields.version(state) + " "
                            + names.get(String.valueOf(state.getString("categoryId"))) + " "
                            + stocks.get(SystemFields.id(state)));
        }
        assertThat(process.commits.verify(BUSINESS_LOG)).isEmpty();
        assertThat(process.commits.verify(STORE_LOG)).isEmpty();
        return job.state() + " " + job.counts() + "\n" + products + "\n" + names.values() + "\n"
                + process.rejected(job).replaceAll("used by [0-9a-f-]{36}", "used by …");
    }

    private static String expected() throws IOException {
        ImportProcess process = process(prepared(), NOW);
        return outcome(process, process.run("products", FILE));
    }

    @Test
    void countsWhatItDoes() throws IOException {
        assertThat(expected())
                .startsWith("DONE Counts[created=4, updated=5, unchanged=3, rejected=3]")
                .contains("1=One S1 1.5 v2 Tea 10")
                .contains("2=Two S2 2 v1 null 7")
                .contains("4=Four S4 4.5 v2 Tea 4")
                .contains("7=Seven S7 7 v1 Coffee 7")
                .contains("8=Eight S8 8.5 v2 null 8");
    }

    /** Dies before a write, and is dead from then on. */
    private static Hook dyingAt(int write, AtomicInteger writes) {
        return call -> {
            if (writes.get() > write || (call.isWrite() && writes.getAndIncrement() == write)) {
                throw new Killed();
            }
            return call.proceed();
        };
    }

    @Test
    void goesOnWhereverAProcessHasDied() throws IOException {
        String expected = expected();
        AtomicInteger writes = new AtomicInteger();
        for (int write = 0; writes.get() >= write; write++) {
            MongoDatabase database = prepared();
            String id = accepted(process(database, NOW).start("products", FILE, "op"))
                    .id();
            writes.set(0);
            runUntilKilled(process(Interposed.over(database, dyingAt(write, writes)), NOW));
            ImportProcess next = process(database, LATER);
            next.worker.runAll();
            assertThat(outcome(next, next.find(id)))
                    .as("died before write %d", write)
                    .isEqualTo(expected);
        }
        assertThat(writes.get()).as("writes of an import that nobody kills").isGreaterThan(40);
    }

    private static void runUntilKilled(ImportProcess process) {
        try {
            process.worker.runAll();
        } catch (Killed e) {
            assertThat(e).isNotNull();
        }
    }

    @Test
    void losesNothingToAProcessThatStoodStillAndWakesAgain() throws IOException {
        String expected = expected();
        AtomicInteger writes = new AtomicInteger();
        for (int write = 0; writes.get() >= write; write++) {
            int stop = write;
            MongoDatabase database = prepared();
            String id = accepted(process(database, NOW).start("products", FILE, "op"))
                    .id();
            writes.set(0);
            ImportProcess slow = process(
                    Interposed.over(database, call -> {
                        if (call.isWrite() && writes.getAndIncrement() == stop) {
                            process(database, LATER).worker.runAll();
                        }
                        return call.proceed();
                    }),
                    NOW);
            slow.worker.runAll();
            ImportProcess reader = process(database, LATER);
            assertThat(outcome(reader, reader.find(id)))
                    .as("stood still before write %d", write)
                    .isEqualTo(expected);
        }
    }

    /** Takes a file in, and dies once it has made so many commits of it. */
    private static String killedAfter(int commits, MongoDatabase database, String file) throws IOException {
        String id =
                accepted(process(database, NOW).start("products", file, "op")).id();
        AtomicInteger appends = new AtomicInteger();
        ImportProcess dying = process(
                Interposed.over(database, call -> {
                    if (appends.get() == commits) {
                        throw new Killed();
                    }
                    Object result = call.proceed();
                    appends.addAndGet(call.isAppend() ? 1 : 0);
                    return result;
                }),
                NOW);
        assertThatThrownBy(dying.worker::runAll).isInstanceOf(Killed.class);
        return id;
    }

    @Test
    void countsWhatWasMadeBeforeACrashThoughItsCategoryHasGoneSince() throws IOException {
        MongoDatabase database = prepared();
        String id = killedAfter(2, database, "barcode,name,price,category\n8,Eight,8,Water\n9,Nine,9,Water\n");
        ImportProcess next = process(database, LATER);
        next.edit(new Edit.Create("categories", "ice", Map.of("name", "Ice"))); // Catches up with what the dead left.
        next.edit(moved(next.product("8")));
        next.edit(moved(next.product("9")));
        next.delete("categories", next.category("water"));
        next.worker.runAll();
        assertThat(next.find(id).counts()).isEqualTo(new Counts(2, 0, 0, 0));
        assertThat(next.product("8")).containsEntry("categoryId", "ice");
    }

    private static Edit moved(Document product) {
        return patch(product, "categoryId", "ice");
    }

    @Test
    void doesNotUndoWhatWasEditedBetweenACrashAndTheRestart() throws IOException {
        MongoDatabase database = prepared();
        String id = killedAfter(1, database, "barcode,name,price,quantity\n1,One,1.50,\n2,Two,2,7\n9,Nine,9,9\n");
        ImportProcess next = process(database, LATER);
        next.edit(patch(next.product("1"), "price", new BigDecimal("5")));
        next.edit(patch(next.product("9"), "name", "Nine!"));
        next.worker.runAll();
        assertThat(next.find(id).counts()).isEqualTo(new Counts(1, 2, 0, 0));
        assertThat(next.product("1")).containsEntry("price", new BigDecimal("5"));
        assertThat(next.product("9")).containsEntry("name", "Nine!");
        assertThat(next.stockOf("9")).isEqualByComparingTo("9");
    }

    private static Edit patch(Document state, String field, Object value) {
        return new Edit.Patch("products", SystemFields.id(state), Base.any(), Map.of(field, value));
    }

    @Test
    void appliesARowToTheStateThatSomebodyElseHasJustLeft() throws IOException {
        MongoDatabase database = prepared();
        ImportProcess editor = process(database, NOW);
        AtomicInteger appends = new AtomicInteger();
        ImportProcess process = process(
                Interposed.over(database, call -> {
                    if (call.isAppend() && appends.getAndIncrement() == 1) {
                        editor.edit(new Edit.Create(
                                "products", "p4", Map.of("name", "Mine", "price", BigDecimal.ONE, "barcode", "4")));
                        editor.edit(patch(editor.product("1"), "price", new BigDecimal("9")));
                        editor.edit(patch(editor.product("1"), "description", "New"));
                        editor.delete("categories", editor.category("tea"));
                    }
                    return call.proceed();
                }),
                NOW);
        ImportJob job = process.run("products", FILE);
        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.counts()).isEqualTo(new Counts(3, 6, 3, 3));
        assertThat(process.product("1"))
                .containsEntry("price", new BigDecimal("1.5"))
                .containsEntry("description", "New")
                .containsEntry("categoryId", process.category("tea"));
        assertThat(process.product("4")).containsEntry("id", "p4").containsEntry("name", "Four");
    }

    @Test
    void waitsForAProcessThatIsAliveAndTakesOverFromOneThatIsNot() throws IOException {
        MongoDatabase database = mongo.fresh();
        String id =
                accepted(process(database, NOW).start("products", FILE, "op")).id();
        ImportProcess dying = process(Interposed.over(database, dyingAt(3, new AtomicInteger())), NOW);
        assertThatThrownBy(dying.worker::runAll).isInstanceOf(Killed.class);
        ImportProcess next = process(database, NOW);
        next.worker.runAll();
        assertThat(next.find(id).state()).isEqualTo(State.RUNNING);
        ImportProcess later = process(database, LATER);
        later.worker.runAll();
        assertThat(later.find(id).state()).isEqualTo(State.DONE);
    }

    @Test
    void goesOnByItselfWhenTheDatabaseAnswersAgain() throws IOException {
        MongoDatabase database = prepared();
        AtomicInteger writes = new AtomicInteger();
        ImportProcess process = process(
                Interposed.over(database, call -> {
                    int write = call.isWrite() ? writes.getAndIncrement() : -1;
                    if (write == 30) {
                        throw new MongoSocketReadException("Prematurely reached end of stream", new ServerAddress());
                    }
                    return call.proceed();
                }),
                NOW);
        ImportJob job = process.run("products", FILE);
        assertThat(job.state()).isIn(State.DONE, State.RUNNING);
        ImportProcess later = process(database, LATER);
        later.worker.runAll();
        assertThat(outcome(later, later.find(job.id()))).isEqualTo(expected());
    }
}
