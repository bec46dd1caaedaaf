package io.tillsync.core.write;

import static io.tillsync.core.write.Edits.category;
import static io.tillsync.core.write.Edits.delete;
import static io.tillsync.core.write.Edits.patch;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.Edits.restore;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static io.tillsync.core.write.TestProcess.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Interposed;
import io.tillsync.audit.log.OnEveryStore;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Seq;
import io.tillsync.audit.log.Store;
import io.tillsync.audit.log.TestMongo;
import io.tillsync.core.write.Dying.Last;
import io.tillsync.core.write.Outcome.Applied;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process that dies at any of its writes leaves what the next one makes whole. */
@OnEveryStore
@Timeout(60)
class CrashIT {

    private final TestMongo mongo;

    CrashIT(Store store) {
        mongo = store.open();
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    private static ChangeRequest named(String operation, Edit... edits) {
        return request(new Operation(operation, "print"), edits);
    }

    private static final List<ChangeRequest> ONE_BY_ONE = List.of(
            named(
                    "1",
                    category("c"),
                    product("p", "sku", "a", "barcode", "1"),
                    product("q", "sku", "b", "barcode", "2")),
            named("2", patch("products", "p", 1, "barcode", "2"), patch("products", "q", 1, "barcode", "1")),
            named("3", patch("products", "p", 2, "sku", "z", "categoryId", "c")),
            named("4", product("r", "sku", "A"), delete("products", "q", 2)),
            named("5", restore("products", "q", 3), patch("products", "p", 3, "categoryId", null)));

    @Test
    void whoDiesAtAnyWriteOfSeveralCommitsLosesNothingThatWasAcknowledged() {
        List<Commit> undisturbed = undisturbed();
        for (Last last : Last.values()) {
            boolean died = true;
            for (int write = 1; died; write++) {
                MongoDatabase database = mongo.fresh();
                Dying dying = Dying.at(write, last);
                int acknowledged = writeUntilDead(TestProcess.impatient(dying.over(database)));
                died = dying.isDead();

                TestProcess next = TestProcess.over(database);
                assertThat(next.feeds.head(BUSINESS).seq().value()).isBetween((long) acknowledged, acknowledged + 1L);
                Agreement.check(database, BUSINESS);
                ONE_BY_ONE.forEach(request ->
                        assertThat(next.writers.write(request).outcomes()).allMatch(Applied.class::isInstance));
                Agreement.check(database, BUSINESS);
                assertThat(next.log()).isEqualTo(undisturbed);
            }
        }
    }

    private List<Commit> undisturbed() {
        TestProcess process = TestProcess.over(mongo.fresh());
        ONE_BY_ONE.forEach(process.writers::write);
        return process.log();
    }

    private static int writeUntilDead(TestProcess process) {
        int acknowledged = 0;
        for (ChangeRequest request : ONE_BY_ONE) {
            try {
                process.writers.write(request);
                acknowledged++;
            } catch (Unavailable e) {
                return acknowledged;
            }
        }
        return acknowledged;
    }

    @Test
    void whoDiesWithinABatchLeavesItsFirstCommitsAndTheNextBatchProjectsThem() {
        Set<Integer> lengths = new TreeSet<>();
        for (Last last : Last.values()) {
            boolean died = true;
            for (int write = 1; died; write++) {
                MongoDatabase database = mongo.fresh();
                TestProcess.over(database).edit(product("p", "sku", "a"));
                Dying dying = Dying.at(write, last);
                Together.start(
                                TestProcess.impatient(dying.over(database)),
                                named("1", product("q", "sku", "b")),
                                named("2", patch("products", "p", 1, "sku", "c")),
                                named("3", product("r", "sku", "A")),
                                named("4", delete("products", "q", 1)))
                        .forEach(result -> result.exceptionally(e -> null).join());
                died = dying.isDead();

                TestProcess next = TestProcess.over(database);
                assertThat(next.edit(category("c"))).isInstanceOf(Applied.class);

                Agreement.check(database, BUSINESS);
                lengths.add(next.log().size());
            }
        }
        // None, half or all of the batch, between the commit before it and the one behind it
        assertThat(lengths).containsExactly(2, 4, 6);
    }

    @Test
    void whoRecoversAndDiesToo() {
        for (int first = 1; first <= 5; first++) {
            for (int second = 1; second <= 6; second += 2) {
                MongoDatabase database = mongo.fresh();
                writeUntilDead(TestProcess.impatient(Dying.at(first, Last.HALF).over(database)));
                writeUntilDead(TestProcess.impatient(Dying.at(second, Last.ALL).over(database)));

                TestProcess.over(database).feeds.head(BUSINESS);

                Agreement.check(database, BUSINESS);
            }
        }
    }

    @Test
    void aReaderNeverSeesAHeadThatIsNotProjected() {
        MongoDatabase database = mongo.fresh();
        TestProcess writer = TestProcess.impatient(Dying.at(2, Last.NOTHING).over(database));
        writeUntilDead(writer);
        Dying unableToProject = Dying.at(1, Last.NOTHING);
        TestProcess reader = TestProcess.impatient(unableToProject.over(database));

        assertThat(CompletableFuture.supplyAsync(() -> reader.feeds.head(BUSINESS)))
                .failsWithin(Duration.ofSeconds(5));
        assertThat(reader.feeds.of(BUSINESS).known()).isEmpty();
        assertThat(TestProcess.over(database).feeds.head(BUSINESS).seq()).isEqualTo(new Seq(1));
        Agreement.check(database, BUSINESS);
    }

    @Test
    void aProcessThatCouldNotProjectDoesSoBeforeItsNextAppend() {
        MongoDatabase database = mongo.fresh();
        boolean[] refusing = {true};
        TestProcess process = TestProcess.impatient(Interposed.over(database, call -> {
            if (refusing[0] && call.isWrite() && !call.isAppend()) {
                throw new MongoException("no room");
            }
            return call.proceed();
        }));
        assertThatThrownBy(() -> process.writers.write(ONE_BY_ONE.get(0))).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> process.writers.write(ONE_BY_ONE.get(1))).isInstanceOf(Unavailable.class);
        assertThat(process.log()).hasSize(1);
        refusing[0] = false;

        assertThat(process.writers.write(ONE_BY_ONE.get(1)).outcomes()).allMatch(Applied.class::isInstance);

        Agreement.check(database, BUSINESS);
        assertThat(process.writers.write(ONE_BY_ONE.get(0)).outcomes()).allMatch(Applied.class::isInstance);
        assertThat(process.log()).hasSize(2);
    }
}
