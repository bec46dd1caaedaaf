package io.tillsync.core.write;

import static io.tillsync.core.write.Edits.category;
import static io.tillsync.core.write.Edits.delete;
import static io.tillsync.core.write.Edits.patch;
import static io.tillsync.core.write.Edits.patchAny;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static io.tillsync.core.write.TestProcess.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Interposed;
import io.tillsync.audit.log.Interposed.Call;
import io.tillsync.audit.log.OnEveryStore;
import io.tillsync.audit.log.Store;
import io.tillsync.audit.log.TestMongo;
import io.tillsync.core.write.Outcome.Applied;
import io.tillsync.core.write.Outcome.DuplicateValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several processes write to one log, each in its own time. */
@OnEveryStore
@Timeout(60)
class RacingProcessesIT {

    private final TestMongo mongo;
    private final MongoDatabase database;

    RacingProcessesIT(Store store) {
        mongo = store.open();
        database = mongo.database();
    }

    @AfterEach
    void close() {
        Agreement.check(database, BUSINESS);
        mongo.close();
    }

    @Test
    void sixteenWritersInTwoProcessesLoseNothing() throws Exception {
        TestProcess[] processes = {TestProcess.over(database), TestProcess.over(database)};
        processes[0].write(product("shared", "sku", "0"), category("c"));
        AtomicInteger applied = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 16; writer++) {
                String name = "w" + writer;
                TestProcess process = processes[writer % 2];
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < 6; i++) {
                        if (process.edit(product(name + "-" + i, "sku", "sku-" + i, "categoryId", "c"))
                                instanceof Applied) {
                            applied.incrementAndGet();
                        }
                        if (process.edit(patchAny("products", "shared", "sku", name + "-" + i)) instanceof Applied) {
                            applied.incrementAndGet();
                        }
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }

        // Each of six values was taken once, and every change of the shared product was made.
        assertThat(applied).hasValue(6 + 16 * 6);
        assertThat(processes[0].log()).hasSize(1 + 6 + 16 * 6);
        assertThat(processes[1]
                        .projections
                        .state(BUSINESS, "products", "shared")
                        .orElseThrow())
                .containsEntry("syncVersion", 1L + 16 * 6);
    }

    /** A process that stands still once it has appended, until it is let go on. */
    private static final class Paused {
        private final CountDownLatch appended = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(1);

        private Object on(Call call) throws Throwable {
            if (call.isWrite() && !call.isAppend() && appended.getCount() == 0) {
                goesOn.await();
            }
            Object answer = call.proceed();
            if (call.isAppend()) {
                appended.countDown();
            }
            return answer;
        }

        private CompletableFuture<Outcome.Result> write(MongoDatabase database, ChangeRequest request)
                throws InterruptedException {
            TestProcess process = TestProcess.over(Interposed.over(database, this::on));
            CompletableFuture<Outcome.Result> result = CompletableFuture.supplyAsync(
                    () -> process.writers.write(request), task -> new Thread(task).start());
            appended.await();
            return result;
        }
    }

    @Test
    void aLateProjectorChangesNothing() throws InterruptedException {
        TestProcess prompt = TestProcess.over(database);
        prompt.write(
                product("p", "sku", "a", "barcode", "1"),
                product("q", "sku", "b", "barcode", "2"),
                product("r", "sku", "c"));
        Paused paused = new Paused();
        CompletableFuture<Outcome.Result> late = paused.write(
                database,
                request(
                        patch("products", "p", 1, "barcode", "2", "sku", null),
                        patch("products", "q", 1, "barcode", "1"),
                        delete("products", "r", 1),
                        product("s", "sku", "d")));

        prompt.edit(product("t", "sku", "A"));
        prompt.edit(patch("products", "t", 1, "sku", "e"));
        prompt.write(patch("products", "p", 2, "barcode", "1"), patch("products", "q", 2, "barcode", "2"));
        prompt.edit(Edits.restore("products", "r", 2));
        prompt.edit(delete("products", "s", 1));
        prompt.edit(product("u", "sku", "D"));
        var before = Agreement.stored(database, "products", BUSINESS);
        var values = Agreement.stored(database, "unique-values", BUSINESS);
        Agreement.check(database, BUSINESS);

        paused.goesOn.countDown();

        assertThat(late.join().outcomes()).allMatch(Applied.class::isInstance);
        assertThat(Agreement.stored(database, "products", BUSINESS)).isEqualTo(before);
        assertThat(Agreement.stored(database, "unique-values", BUSINESS)).isEqualTo(values);
    }

    @Test
    void nobodyIsRefusedForWhatAnotherProcessHasAlreadyMadeRight() throws InterruptedException {
        TestProcess behind = TestProcess.over(database);
        behind.write(product("p", "name", "v1", "sku", "a"), category("c"), product("in-c", "categoryId", "c"));
        Paused paused = new Paused();
        CompletableFuture<Outcome.Result> ahead = paused.write(
                database,
                request(
                        patch("products", "p", 1, "name", "v2", "sku", "b"),
                        category("new"),
                        delete("products", "in-c", 1)));

        assertThat(behind.edit(product("q", "sku", "A"))).isInstanceOf(Applied.class);
        paused.goesOn.countDown();
        ahead.join();
    }

    @Test
    void neitherForAVersionNorAReferenceThatItDoesNotYetKnow() throws InterruptedException {
        TestProcess behind = TestProcess.over(database);
        behind.write(product("p", "name", "v1", "sku", "a"), category("c"), product("in-c", "categoryId", "c"));
        Edit[] needs = {
            patch("products", "p", 2, "name", "v3"),
            product("r", "categoryId", "new"),
            delete("categories", "c", 1),
            Edits.restore("products", "in-c", 3)
        };
        Edit[] makes = {
            patch("products", "p", 1, "name", "v2"),
            category("new"),
            patch("products", "in-c", 1, "categoryId", null),
            delete("products", "in-c", 2)
        };
        for (int i = 0; i < needs.length; i++) {
            Paused paused = new Paused();
            CompletableFuture<Outcome.Result> ahead = paused.write(database, request(makes[i]));

            assertThat(behind.edit(needs[i])).as(needs[i].toString()).isInstanceOf(Applied.class);

            paused.goesOn.countDown();
            assertThat(ahead.join().only()).isInstanceOf(Applied.class);
        }
    }

    @Test
    void aRefusalOfABatchIsGivenOnlyWithWhatItRestsOn() {
        AtomicInteger appends = new AtomicInteger();
        TestProcess other = TestProcess.over(database);
        TestProcess process = TestProcess.over(Interposed.over(database, call -> {
            if (call.isAppend() && appends.incrementAndGet() == 1) {
                other.edit(product("first", "sku", "a"));
            }
            return call.proceed();
        }));

        List<Outcome.Result> results =
                Together.write(process, request(product("p", "sku", "A")), request(product("q", "sku", "a")));

        assertThat(results)
                .extracting(Outcome.Result::only)
                .containsExactly(new DuplicateValue("sku", "A", "first"), new DuplicateValue("sku", "a", "first"));
        assertThat(process.log()).hasSize(1);
    }

    @Test
    void aBatchThatIsOvertakenInTheMiddleGoesOnBehind() {
        AtomicInteger appends = new AtomicInteger();
        TestProcess other = TestProcess.over(database);
        TestProcess process = TestProcess.over(Interposed.over(database, call -> {
            if (call.isAppend() && appends.incrementAndGet() == 1) {
                call.proceedWithFirst(2);
                other.edit(patch("products", "p", 1, "sku", "taken-over"));
            }
            return call.proceed();
        }));

        List<Outcome.Result> results = Together.write(
                process,
                request(product("p", "sku", "a")),
                request(product("q", "sku", "b")),
                request(product("r", "sku", "A")),
                request(product("s", "sku", "B")));

        assertThat(results)
                .extracting(result -> result.only().getClass().getSimpleName())
                .containsExactly("Applied", "Applied", "Applied", "DuplicateValue");
        assertThat(process.log())
                .extracting(commit -> commit.seq() + " of " + commit.batch())
                .containsExactly("1 of 1", "2 of 1", "3 of 3", "4 of 4");
        assertThat(process.log()).extracting(Commit::operation).doesNotHaveDuplicates();
    }
}
