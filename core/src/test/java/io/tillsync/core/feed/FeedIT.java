package io.tillsync.core.feed;

import static io.tillsync.core.write.Edits.patchAny;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static io.tillsync.core.write.TestProcess.STORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.Interposed;
import io.tillsync.audit.log.OnEveryStore;
import io.tillsync.audit.log.Seq;
import io.tillsync.audit.log.Store;
import io.tillsync.audit.log.TestMongo;
import io.tillsync.core.write.Agreement;
import io.tillsync.core.write.Edits;
import io.tillsync.core.write.TestProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnEveryStore
@Timeout(60)
class FeedIT {

    private static final Duration HOUR = Duration.ofHours(1);

    private final TestMongo mongo;
    private final MongoDatabase database;
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicBoolean down = new AtomicBoolean();
    private final TestProcess writer;
    private final TestProcess reader;

    FeedIT(Store store) {
        mongo = store.open();
        database = mongo.database();
        writer = TestProcess.over(database);
        reader = TestProcess.over(Interposed.over(database, call -> {
            questions.incrementAndGet();
            if (down.get()) {
                throw new MongoException("not there");
            }
            return call.proceed();
        }));
        writer.edit(product("p"));
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    private void grow(int commits) {
        for (int i = 0; i < commits; i++) {
            writer.edit(patchAny("products", "p", "name", "name " + Math.random()));
        }
    }

    private Head known() {
        return reader.feeds.of(BUSINESS).known().orElseThrow();
    }

    @Test
    void aHeadIsAsOldAsItMayBe() {
        assertThat(reader.feeds.head(BUSINESS).seq()).isEqualTo(new Seq(1));
        grow(2);
        questions.set(0);

        assertThat(reader.feeds.of(BUSINESS).head(HOUR).seq()).isEqualTo(new Seq(1));
        assertThat(questions).hasValue(0);
        assertThat(reader.feeds.of(BUSINESS).head(Duration.ZERO).seq()).isEqualTo(new Seq(3));
        assertThat(reader.feeds.of(BUSINESS).tail(new Seq(1), new Seq(3)).orElseThrow())
                .extracting(Commit::seq)
                .containsExactly(new Seq(2), new Seq(3));
    }

    @Test
    void aLogWithoutCommitsHasAHeadToo() {
        assertThat(reader.feeds.head(STORE)).isEqualTo(Head.empty(STORE));
        writer.edit(Edits.create("store-settings", "s", "value", 1));
        reader.feeds.followAll();

        assertThat(reader.feeds.of(STORE).known().orElseThrow().seq()).isEqualTo(new Seq(1));
    }

    @Test
    void opensBeforeACommitThatIsSeenLaterThanOneBehindIt() {
        grow(2);
        var stored = database.getCollection("commits");
        String second = BUSINESS.key("000000000002");
        stored.updateOne(Filters.eq(BUSINESS.key("000000000003")), Updates.set("batch", 2L));
        Document unseen = stored.find(Filters.eq(second)).first();
        stored.deleteOne(Filters.eq(second));

        assertThat(reader.feeds.head(BUSINESS).seq()).isEqualTo(new Seq(1));
        stored.insertOne(unseen);
        assertThat(reader.feeds.of(BUSINESS).head(Duration.ZERO).seq()).isEqualTo(new Seq(3));
    }

    @Test
    void followsAllLogsWithOneQuestionWhereNothingHasHappened() {
        reader.feeds.head(BUSINESS);
        reader.feeds.head(STORE);
        questions.set(0);

        reader.feeds.followAll();

        assertThat(questions).hasValue(1);
    }

    @Test
    void tellsItsListenersOfEveryCommitInOrder() {
        List<Seq> heard = new ArrayList<>();
        reader.feeds.listen(commits -> {
            throw new IllegalStateException("this one fails");
        });
        reader.feeds.listen(commits -> commits.forEach(commit -> heard.add(commit.seq())));
        reader.feeds.head(BUSINESS);
        grow(120);
        reader.feeds.followAll();
        reader.feeds.followAll();
        reader.edit(patchAny("products", "p", "sku", "own"));

        List<Seq> all = new ArrayList<>();
        for (long seq = 2; seq <= 122; seq++) {
            all.add(new Seq(seq));
        }
        assertThat(heard).isEqualTo(all);
        Agreement.check(database, BUSINESS);
    }

    @Test
    void noHeadIsSeenBeforeItsStatesAre() throws InterruptedException {
        reader.feeds.head(BUSINESS);
        AtomicBoolean done = new AtomicBoolean();
        List<String> behind = new CopyOnWriteArrayList<>();
        Thread looking = new Thread(() -> {
            while (!done.get()) {
                Head head = known();
                long seq = reader.projections
                        .state(BUSINESS, "products", "p")
                        .orElseThrow()
                        .getLong("seq");
                if (seq < head.seq().value()) {
                    behind.add(seq + " at " + head.seq());
                }
            }
        });
        looking.start();
        for (int i = 0; i < 40; i++) {
            grow(1);
            reader.feeds.followAll();
        }
        done.set(true);
        looking.join();

        assertThat(behind).isEmpty();
    }

    @Test
    void aLogThatCannotBeTakenInDoesNotKeepOthersFromIt() {
        reader.feeds.head(BUSINESS);
        reader.feeds.head(STORE);
        grow(1);
        writer.edit(Edits.create("store-settings", "s", "value", 1));
        database.getCollection("commits")
                .updateOne(Filters.eq(BUSINESS.key("000000000002")), Updates.set("origin", "of-a-newer-version"));

        assertThatThrownBy(reader.feeds::followAll).isInstanceOf(IllegalArgumentException.class);

        assertThat(reader.feeds.of(STORE).known().orElseThrow().seq()).isEqualTo(new Seq(1));
        assertThat(known().seq()).isEqualTo(new Seq(1));
    }

    @Test
    void aLogThatIsOpenedWhileOthersAreAskedAboutDoesNotCountAsAskedAbout() throws InterruptedException {
        writer.edit(Edits.create("store-settings", "s", "value", 1));
        CountDownLatch hasRead = new CountDownLatch(1);
        CountDownLatch mayProject = new CountDownLatch(1);
        AtomicReference<Thread> opening = new AtomicReference<>();
        AtomicBoolean asking = new AtomicBoolean();
        TestProcess process = TestProcess.over(Interposed.over(database, call -> {
            if (Thread.currentThread() == opening.get() && call.isWrite()) {
                hasRead.countDown();
                mayProject.await();
            }
            if (Thread.currentThread() != opening.get() && asking.get()) {
                mayProject.countDown();
                opening.get().join();
            }
            return call.proceed();
        }));
        process.feeds.head(BUSINESS);
        opening.set(new Thread(() -> process.feeds.head(STORE)));
        opening.get().start();
        hasRead.await();
        writer.edit(patchAny("store-settings", "s", "value", 2));
        long before = System.nanoTime();
        grow(3);
        asking.set(true);
        process.feeds.followAll();
        asking.set(false);

        // Its end was read before that moment, and whoever wants it as of then has to look again.
        Duration sinceThen = Duration.ofNanos(System.nanoTime() - before);
        assertThat(process.feeds.of(STORE).head(sinceThen).seq()).isEqualTo(new Seq(2));
    }

    @Test
    void whileTheDatabaseDoesNotAnswerAHeadIsGivenOnlyAsLongAsItMayBe() {
        reader.feeds.head(BUSINESS);
        down.set(true);

        assertThat(reader.feeds.of(BUSINESS).head(HOUR).seq()).isEqualTo(new Seq(1));
        assertThatThrownBy(() -> reader.feeds.of(BUSINESS).head(Duration.ZERO)).isInstanceOf(MongoException.class);
        assertThatThrownBy(reader.feeds::followAll).isInstanceOf(MongoException.class);
        down.set(false);
        grow(1);
        reader.feeds.followAll();
        assertThat(known().seq()).isEqualTo(new Seq(2));
    }
}
