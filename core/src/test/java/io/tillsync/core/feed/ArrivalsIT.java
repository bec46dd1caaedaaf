package io.tillsync.core.feed;

import static io.tillsync.core.write.Edits.patchAny;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static io.tillsync.core.write.TestProcess.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.OnEveryStore;
import io.tillsync.audit.log.Store;
import io.tillsync.audit.log.TestMongo;
import io.tillsync.core.write.TestProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnEveryStore
@Timeout(60)
class ArrivalsIT {

    private final TestMongo mongo;
    private final TestProcess writer;
    private final TestProcess process;

    ArrivalsIT(Store store) {
        mongo = store.open();
        writer = TestProcess.over(mongo.database());
        process = TestProcess.over(mongo.database());
        writer.edit(product("p"));
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void waitsUntilThereIsSomethingNew() throws InterruptedException {
        process.feeds.heads(List.of(BUSINESS, STORE));
        try (Arrivals.Next next = new Arrivals(process.feeds).next(List.of(BUSINESS, STORE))) {
            CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return next.await(Duration.ofSeconds(30));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(next.await(Duration.ofMillis(1))).isFalse();
            writer.edit(patchAny("products", "p", "name", "another"));
            process.feeds.followAll();

            assertThat(waiting).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
        }
    }
}
