package io.tillsync.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.tillsync.audit.log.AppendResult.Appended;
import io.tillsync.audit.log.AppendResult.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryStore
class RacingAppendersIT {

    private static final LogId LOG = LogId.of("business", "acme");

    private final TestMongo mongo;

    RacingAppendersIT(Store store) {
        mongo = store.open();
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void sixteenAppendersLeaveNoGapNoDoubleAndLoseNothing() throws Exception {
        long each = 8;
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<?>> appenders = new ArrayList<>();
            for (int appender = 0; appender < 16; appender++) {
                String name = "appender-" + appender;
                Commits commits = new Commits(mongo.database());
                appenders.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        append(commits, name + "-" + i, acknowledged);
                    }
                }));
            }
            for (Future<?> appender : appenders) {
                appender.get();
            }
        }

        Commits commits = new Commits(mongo.database());
        List<Commit> log = new ArrayList<>();
        for (List<Commit> next = commits.after(LOG, Seq.START, 100);
                !next.isEmpty();
                next = commits.after(LOG, log.getLast().seq(), 100)) {
            log.addAll(next);
        }
        assertThat(log).hasSize((int) (16 * each));
        assertThat(log.stream().map(commit -> commit.operation().id()).collect(Collectors.toSet()))
                .isEqualTo(acknowledged)
                .hasSize((int) (16 * each));
        assertThat(mongo.database().getCollection("commits").countDocuments()).isEqualTo(16 * each);
        assertThat(commits.verify(LOG)).isEmpty();
    }

    private static void append(Commits commits, String operation, Set<String> acknowledged) {
        while (true) {
            Head head = commits.head(LOG).map(Head::at).orElse(Head.empty(LOG));
            if (commits.append(LogFixture.after(head, operation)) instanceof Appended) {
                acknowledged.add(operation);
                return;
            }
        }
    }

    @Test
    void anAppendWhoseAnswerWasLostIsFoundToHaveTakenItsOwnPosition() {
        Commits lossy = new Commits(Interposed.over(mongo.database(), call -> {
            Object answer = call.proceed();
            if (call.isAppend()) {
                throw new MongoSocketReadException("the answer was lost", new ServerAddress());
            }
            return answer;
        }));
        List<Commit> batch = LogFixture.after(Head.empty(LOG), "a", "b");

        assertThatThrownBy(() -> lossy.append(batch)).isInstanceOf(MongoException.class);

        Commits commits = new Commits(mongo.database());
        assertThat(commits.append(batch)).isEqualTo(new Taken(0));
        assertThat(commits.after(LOG, Seq.START, 10)).isEqualTo(batch);
    }

    @Test
    void anAppendThatArrivesLateFindsItsPlaceTakenAndChangesNothing() {
        Commits commits = new Commits(mongo.database());
        List<Commit> late = LogFixture.after(Head.empty(LOG), "late-1", "late-2", "late-3");
        List<Commit> prompt = LogFixture.after(Head.empty(LOG), "prompt");
        commits.append(prompt);

        assertThat(commits.append(late)).isEqualTo(new Taken(0));

        assertThat(commits.after(LOG, Seq.START, 10)).isEqualTo(prompt);
    }

    @Test
    void whatOneCommandCannotHoldIsSentInSeveralEachAfterTheOneBefore() {
        AtomicInteger commands = new AtomicInteger();
        MongoDatabase counting = Interposed.over(mongo.database(), call -> {
            if (call.isAppend()) {
                commands.incrementAndGet();
            }
            return call.proceed();
        });
        List<Commit> batch = new ArrayList<>();
        Head head = Head.empty(LOG);
        for (int i : IntStream.range(0, 5).toArray()) {
            Document state = new Document("id", "p")
                    .append("text", Character.toString('a' + i).repeat(9_000_000));
            Commit commit = Chain.link(head, new Seq(1), LogFixture.draft("o" + i, state), LogFixture.NOON);
            batch.add(commit);
            head = Head.at(commit);
        }

        assertThat(new Commits(counting).append(batch)).isEqualTo(new Appended());

        assertThat(commands).hasValue(3);
        Commits commits = new Commits(mongo.database());
        assertThat(commits.verify(LOG)).isEmpty();
        assertThat(commits.append(batch)).isEqualTo(new Taken(0));
        mongo.database().getCollection("commits").deleteMany(Filters.lte("seq", 2L));
        assertThat(new Commits(counting).append(batch)).isEqualTo(new Taken(2));
    }
}
