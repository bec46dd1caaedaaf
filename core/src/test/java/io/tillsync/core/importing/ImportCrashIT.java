package io.tillsync.core.importing;

import static io.tillsync.core.importing.BrokenImports.FILE;
import static io.tillsync.core.importing.BrokenImports.LATER;
import static io.tillsync.core.importing.BrokenImports.NOW;
import static io.tillsync.core.importing.BrokenImports.prepared;
import static io.tillsync.core.importing.BrokenImports.process;
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
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A process dies, or stands still, before each of its writes, and so after each of them; another one, or its next start, goes on. */
class ImportCrashIT {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

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
        ImportProcess process = process(prepared(MONGO), NOW);
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
                throw new BrokenImports.Killed();
            }
            return call.proceed();
        };
    }

    @Test
    void goesOnWhereverAProcessHasDied() throws IOException {
        String expected = expected();
        AtomicInteger writes = new AtomicInteger();
        for (int write = 0; writes.get() >= write; write++) {
            MongoDatabase database = prepared(MONGO);
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
        } catch (BrokenImports.Killed e) {
            assertThat(e).isNotNull();
        }
    }

    @Test
    void losesNothingToAProcessThatStoodStillAndWakesAgain() throws IOException {
        String expected = expected();
        AtomicInteger writes = new AtomicInteger();
        for (int write = 0; writes.get() >= write; write++) {
            int stop = write;
            MongoDatabase database = prepared(MONGO);
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

    @Test
    void waitsForAProcessThatIsAliveAndTakesOverFromOneThatIsNot() throws IOException {
        MongoDatabase database = MONGO.fresh();
        String id =
                accepted(process(database, NOW).start("products", FILE, "op")).id();
        ImportProcess dying = process(Interposed.over(database, dyingAt(3, new AtomicInteger())), NOW);
        assertThatThrownBy(dying.worker::runAll).isInstanceOf(BrokenImports.Killed.class);
        ImportProcess next = process(database, NOW);
        next.worker.runAll();
        assertThat(next.find(id).state()).isEqualTo(State.RUNNING);
        ImportProcess later = process(database, LATER);
        later.worker.runAll();
        assertThat(later.find(id).state()).isEqualTo(State.DONE);
    }

    @Test
    void goesOnByItselfWhenTheDatabaseAnswersAgain() throws IOException {
        MongoDatabase database = prepared(MONGO);
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
