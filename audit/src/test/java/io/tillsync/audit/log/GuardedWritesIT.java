package io.tillsync.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryStore
class GuardedWritesIT {

    private final TestMongo mongo;
    private final MongoCollection<Document> collection;

    GuardedWritesIT(Store store) {
        mongo = store.open();
        collection = mongo.database().getCollection("things");
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void anOlderStateNeverReplacesANewerOneWhateverElseItHolds() {
        write(7, "z");
        write(10, "a");
        write(9, "zz");

        assertThat(current()).isEqualTo(new Document("seq", 10L).append("value", "a"));
    }

    @Test
    void whatIsHeldByNobodyStaysSo() {
        write(3, "holder");
        GuardedWrites.keepNewest(collection, one(new Document("seq", 4L)));
        write(3, "holder");

        assertThat(current()).isEqualTo(new Document("seq", 4L));
    }

    @Test
    void aNewerStateReplacesAllOfAnOlderOne() {
        GuardedWrites.keepNewest(collection, one(new Document("seq", 4L).append("old", true)));
        write(5, "new");

        assertThat(current()).isEqualTo(new Document("seq", 5L).append("value", "new"));
    }

    @Test
    void refusesWhatItCannotGuard() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> GuardedWrites.keepNewest(collection, one(new Document("value", "x").append("seq", 1L))));
    }

    @Test
    void manyAtOnceInAnyOrderLeaveTheNewest() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                List<Integer> order = new ArrayList<>();
                for (int seq = 1; seq <= 20; seq++) {
                    order.add(seq);
                }
                Collections.shuffle(order, new Random(writer));
                writers.add(threads.submit(() -> order.forEach(seq -> {
                    SortedMap<String, Document> batch = new TreeMap<>();
                    for (int id = 0; id < 10; id++) {
                        batch.put("thing-" + id, new Document("seq", (long) seq).append("value", "v" + seq));
                    }
                    GuardedWrites.keepNewest(collection, batch);
                })));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }

        assertThat(collection.find())
                .hasSize(10)
                .allSatisfy(thing ->
                        assertThat(thing.get("current")).isEqualTo(new Document("seq", 20L).append("value", "v20")));
    }

    private void write(long seq, String value) {
        GuardedWrites.keepNewest(collection, one(new Document("seq", seq).append("value", value)));
    }

    private static SortedMap<String, Document> one(Document current) {
        return new TreeMap<>(java.util.Map.of("thing", current));
    }

    private Document current() {
        return collection.find().first().get("current", Document.class);
    }
}
