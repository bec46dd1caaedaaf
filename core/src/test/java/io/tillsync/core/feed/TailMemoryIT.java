package io.tillsync.core.feed;

import static io.tillsync.core.write.Edits.patchAny;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static io.tillsync.core.write.TestProcess.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.OnEveryStore;
import io.tillsync.audit.log.Seq;
import io.tillsync.audit.log.Store;
import io.tillsync.audit.log.TestMongo;
import io.tillsync.core.SettableClock;
import io.tillsync.core.write.Agreement;
import io.tillsync.core.write.Edits;
import io.tillsync.core.write.TestProcess;
import io.tillsync.core.write.WriteProperties;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;

@OnEveryStore
@Timeout(60)
class TailMemoryIT {

    private final TestMongo mongo;
    private final MongoDatabase database;

    TailMemoryIT(Store store) {
        mongo = store.open();
        database = mongo.database();
        TestProcess.over(database).edit(product("p"));
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void allTailsTogetherKeepToTheirMemory() {
        FeedProperties small =
                new FeedProperties(DataSize.ofKilobytes(16), Duration.ofMillis(400), Duration.ofSeconds(1));
        TestProcess frugal = new TestProcess(database, new SettableClock(), WriteProperties.defaults(), small);
        for (int i = 0; i < 60; i++) {
            frugal.edit(patchAny("products", "p", "name", "n" + i));
            frugal.edit(Edits.create("store-settings", "s" + i, "value", i));
        }

        Head head = frugal.feeds.head(BUSINESS);
        assertThat(frugal.feeds.of(BUSINESS).tailWeight()
                        + frugal.feeds.of(STORE).tailWeight())
                .isBetween(8_000L, 16_384L);
        assertThat(frugal.feeds.of(BUSINESS).tail(Seq.START, head.seq())).isEmpty();
        assertThat(frugal.feeds.of(BUSINESS).tail(new Seq(head.seq().value() - 3), head.seq()))
                .isPresent();
    }

    @Test
    void withoutMemoryForATailEverythingStillWorks() {
        FeedProperties none = new FeedProperties(DataSize.ofBytes(0), Duration.ofMillis(400), Duration.ofSeconds(1));
        TestProcess process = new TestProcess(database, new SettableClock(), WriteProperties.defaults(), none);

        process.edit(patchAny("products", "p", "name", "n"));

        assertThat(process.feeds.of(BUSINESS).tailWeight()).isZero();
        Agreement.check(database, BUSINESS);
    }
}
