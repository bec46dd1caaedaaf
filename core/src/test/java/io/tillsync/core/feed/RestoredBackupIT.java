package io.tillsync.core.feed;

import static io.tillsync.core.write.Edits.category;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.OnEveryStore;
import io.tillsync.audit.log.Seq;
import io.tillsync.audit.log.Store;
import io.tillsync.audit.log.TestMongo;
import io.tillsync.core.write.Agreement;
import io.tillsync.core.write.Backup;
import io.tillsync.core.write.Edits;
import io.tillsync.core.write.Outcome.Applied;
import io.tillsync.core.write.Outcome.Missing;
import io.tillsync.core.write.TestProcess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A log of 100 commits of which a backup holds 95; once, of 1,000 and 950. */
@OnEveryStore
@Timeout(60)
class RestoredBackupIT {

    private static final int ALL = 100;
    private static final int HELD = 95;

    private final TestMongo mongo;
    private final MongoDatabase database;
    private final TestProcess running;
    private List<Commit> before = List.of();

    RestoredBackupIT(Store store) {
        mongo = store.open();
        database = mongo.database();
        running = TestProcess.over(database);
    }

    @BeforeEach
    void fill() {
        before = grow(ALL);
    }

    private List<Commit> grow(int commits) {
        for (int i = before.size(); i < commits; i++) {
            running.edit(product("p" + i, "sku", "sku-" + i));
        }
        return running.log();
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    private void restore() {
        restore(HELD);
    }

    private void restore(int held) {
        Backup.cut(database, BUSINESS, held);
        TestProcess.over(database).projections.rebuild(BUSINESS);
    }

    private Feed feed() {
        return running.feeds.of(BUSINESS);
    }

    @Test
    void everyCursorBeyondItIsNoticedWhateverIsCommittedAfterwards() {
        List<Commit> all = grow(1_000);
        restore(950);
        TestProcess fresh = TestProcess.over(database);
        for (int i = 0; i < 60; i++) {
            fresh.edit(category("c" + i));
        }

        for (Commit commit : all) {
            Optional<Commit> there = fresh.commits.find(BUSINESS, commit.seq());
            boolean held = there.filter(
                            found -> found.hash().prefix() == commit.hash().prefix())
                    .isPresent();
            assertThat(held)
                    .as("cursor at %s", commit.seq())
                    .isEqualTo(commit.seq().value() <= 950);
        }
        assertThat(fresh.commits.verify(BUSINESS)).isEmpty();
    }

    @Test
    void aRunningProcessNoticesWhenItFollows() {
        restore();

        running.feeds.followAll();

        assertThat(feed().known()).contains(Head.at(before.get(HELD - 1)));
        assertThat(feed().tail(new Seq(HELD - 10), new Seq(HELD))).isEmpty();
        assertThat(feed().tail(new Seq(HELD), new Seq(ALL))).isEmpty();
    }

    @Test
    void aRunningProcessNoticesThoughTheLogHasGrownPastItsHead() {
        restore();
        TestProcess fresh = TestProcess.over(database);
        for (int i = 0; i < 60; i++) {
            fresh.edit(category("c" + i));
        }

        running.feeds.followAll();

        assertThat(feed().known()).isEqualTo(fresh.feeds.of(BUSINESS).known());
        assertThat(feed().tail(new Seq(HELD), new Seq(ALL))).isEmpty();
        assertThat(running.edit(category("next"))).isInstanceOf(Applied.class);
        Agreement.check(database, BUSINESS);
    }

    @Test
    void aReaderThatLooksNoticesToo() {
        restore();

        assertThat(feed().head(Duration.ZERO)).isEqualTo(Head.at(before.get(HELD - 1)));
    }

    @Test
    void aRefusalIsGivenAtTheEndThatTheLogHas() {
        restore();

        assertThat(running.edit(Edits.delete("products", "p99", 1))).isInstanceOf(Missing.class);
        assertThat(feed().known()).contains(Head.at(before.get(HELD - 1)));
        assertThat(running.edit(product("p99", "sku", "other"))).isInstanceOf(Applied.class);
        Agreement.check(database, BUSINESS);
    }

    @Test
    void aWriterThatHasNotLookedForAWhileLeavesNoGap() {
        restore();
        await().until(() -> !feed().isConfirmed(Duration.ofSeconds(1)));

        assertThat(running.edit(category("c"))).isInstanceOf(Applied.class);

        assertThat(running.log()).hasSize(HELD + 1);
        Agreement.check(database, BUSINESS);
    }

    @Test
    void aReaderNeverFailsWhileTheLogIsReopened() {
        restore();
        CompletableFuture<Void> readers = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 20_000; i++) {
                feed().head(Duration.ofHours(1));
            }
        });
        for (int i = 0; i < 100; i++) {
            feed().exclusively(() -> {
                feed().reopen();
                return true;
            });
        }

        assertThat(readers).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void aRebuildGivesExactlyWhatWasThere() {
        running.write(Edits.delete("products", "p7", 1), Edits.patch("products", "p8", 1, "sku", "SKU-7"));
        Agreement.check(database, BUSINESS);

        running.projections.rebuild(BUSINESS);

        Agreement.check(database, BUSINESS);
    }
}
