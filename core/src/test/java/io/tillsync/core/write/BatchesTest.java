package io.tillsync.core.write;

import static io.tillsync.core.write.Edits.label;
import static io.tillsync.core.write.Edits.patch;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static io.tillsync.core.write.TestProcess.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.Interposed;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.SettableClock;
import io.tillsync.core.feed.FeedProperties;
import io.tillsync.core.write.Outcome.Applied;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class BatchesTest {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private final MongoDatabase database = MONGO.fresh();
    private final AtomicInteger appends = new AtomicInteger();
    private final MongoDatabase counting = Interposed.over(database, call -> {
        if (call.isAppend()) {
            appends.incrementAndGet();
        }
        return call.proceed();
    });

    @AfterEach
    void agrees() {
        Agreement.check(database, BUSINESS);
    }

    private static ChangeRequest[] products(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> request(product("p" + i)))
                .toArray(ChangeRequest[]::new);
    }

    @Test
    void manyWaitingRequestsCostOneInsert() {
        TestProcess process = TestProcess.over(counting);

        List<Outcome.Result> results = Together.write(process, products(20));

        assertThat(results).extracting(Outcome.Result::only).allMatch(Applied.class::isInstance);
        assertThat(appends).hasValue(1);
        assertThat(process.log()).hasSize(20).extracting(Commit::batch).containsOnly(new Seq(1));
        assertThat(process.log().getLast().counts()).containsEntry("products", 20L);
    }

    @Test
    void aBatchEndsBeforeItHasTooManyChanges() {
        TestProcess process = new TestProcess(
                counting,
                new SettableClock(),
                new WriteProperties(3, Duration.ofSeconds(5)),
                FeedProperties.defaults());
        List<ChangeRequest> requests = new ArrayList<>(List.of(products(7)));
        requests.add(request(product("a"), product("b"), product("c"), product("d"), product("e")));

        Together.write(process, requests.toArray(ChangeRequest[]::new));

        assertThat(process.log())
                .extracting(commit -> commit.batch().value())
                .containsExactly(1L, 1L, 1L, 4L, 4L, 4L, 7L, 8L);
        assertThat(appends).hasValue(4);
    }

    @Test
    void refusalsCostNoInsertAndChangesOfOneEntityFollowEachOther() {
        TestProcess process = TestProcess.over(counting);
        process.edit(product("p", "name", "v1"));
        appends.set(0);

        List<Outcome.Result> results = Together.write(
                process,
                request(patch("products", "p", 1, "name", "v2")),
                request(patch("products", "p", 1, "name", "stale")),
                request(patch("products", "p", 2, "name", "v3")),
                request(patch("products", "p", 3, "name", "v3")));

        assertThat(results)
                .extracting(result -> result.only().getClass().getSimpleName())
                .containsExactly("Applied", "VersionConflict", "Applied", "Unchanged");
        assertThat(appends).hasValue(1);
        process.edit(patch("products", "p", 1, "name", "stale"));
        assertThat(appends).hasValue(1);
    }

    @Test
    void timeNeverGoesBackAlongALog() {
        SettableClock clock = new SettableClock();
        TestProcess process = new TestProcess(database, clock, WriteProperties.defaults(), FeedProperties.defaults());
        Instant start = clock.instant();
        process.edit(product("p"));
        clock.set(start.minusSeconds(3600));
        process.edit(patch("products", "p", 1, "sku", "a"));
        clock.set(start.plusNanos(1_999_999));
        Applied last = (Applied) process.edit(patch("products", "p", 2, "sku", "b"));

        assertThat(process.log()).extracting(Commit::at).containsExactly(start, start, start.plusMillis(1));
        assertThat(last.change().after())
                .containsEntry("updatedAt", start.plusMillis(1))
                .containsEntry("createdAt", start);
    }

    @Test
    void aRequestThatCannotBeWrittenSpoilsNoOther() {
        TestProcess process = TestProcess.over(counting);
        String tooLarge = "x".repeat(17_000_000);

        List<CompletableFuture<Outcome.Result>> results = Together.start(
                process, request(product("p")), request(label("l", "text", tooLarge)), request(product("q")));

        assertThat(results.get(0).join().only()).isInstanceOf(Applied.class);
        assertThatThrownBy(() -> results.get(1).join()).isNotNull();
        assertThat(results.get(2).join().only()).isInstanceOf(Applied.class);
        assertThat(process.log()).hasSize(2);
    }

    @Test
    void anErrorReachesTheCallerAndLeavesTheOthers() {
        AtomicInteger failing = new AtomicInteger(1);
        MongoDatabase broken = Interposed.over(database, call -> {
            if (call.isAppend() && failing.getAndDecrement() > 0) {
                throw new StackOverflowError("as deep values can cause");
            }
            return call.proceed();
        });
        TestProcess process = TestProcess.over(broken);

        List<Outcome.Result> results = Together.write(process, products(3));

        assertThat(results).extracting(Outcome.Result::only).allMatch(Applied.class::isInstance);
        failing.set(1);
        assertThatThrownBy(() -> process.edit(product("alone"))).isInstanceOf(StackOverflowError.class);
        assertThat(process.edit(product("next"))).isInstanceOf(Applied.class);
    }
}
