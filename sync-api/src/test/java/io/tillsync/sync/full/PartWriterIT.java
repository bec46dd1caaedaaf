package io.tillsync.sync.full;

import static io.tillsync.core.write.Edits.patchAny;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.read.Snapshots;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.TestProcess;
import io.tillsync.sync.cache.KeptAnswers;
import io.tillsync.sync.redis.LinkedRedis;
import io.tillsync.sync.redis.RealRedis;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Parts of a type that is larger than one part, with a Redis and without. */
@Timeout(120)
class PartWriterIT {

    private static final int ALL = 4_100;
    private static final JsonMapper JSON = new JsonMapper();
    private static final EntityType PRODUCTS = TestProcess.TYPES.get("products");

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    @AutoClose
    private final RealRedis server = RealRedis.open();

    @AutoClose
    private final LinkedRedis linked = LinkedRedis.to(server.url()).begin().connected();

    @AutoClose
    private final LinkedRedis none = LinkedRedis.none();

    private final TestProcess process = TestProcess.over(MONGO.fresh());
    private final Snapshots snapshots = new Snapshots(process.projections, process.feeds);
    private final PartWriter cached = writer(linked);
    private final PartWriter plain = writer(none);

    private PartWriter writer(LinkedRedis link) {
        return new PartWriter(snapshots, KeptAnswers.of(link, process.feeds), JSON);
    }

    @BeforeEach
    void fill() {
        process.write(IntStream.range(0, ALL)
                .mapToObj(i -> product("p" + (10_000 + i), "name", "Prod\u00fcct \"" + i + "\""))
                .toArray(Edit[]::new));
    }

    /** All there is, in arrays of at most {@code limit}, as pages have them. */
    private static List<String> arrays(PartWriter writer, int limit) {
        List<String> arrays = new ArrayList<>();
        String after = "";
        boolean hasMore = true;
        while (hasMore) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write('[');
            int given = 0;
            do {
                Snapshots.Part part = writer.write(out, BUSINESS, PRODUCTS, after, limit - given, given == 0);
                given += part.given();
                after = part.lastId();
                hasMore = part.mayHaveMore();
            } while (hasMore && given < limit);
            out.write(']');
            arrays.add(out.toString(StandardCharsets.UTF_8));
        }
        return arrays;
    }

    @Test
    void areTheSameAsReadAndAsKeptInPagesOfAnySize() {
        for (int limit : new int[] {10_000, 4_100, 4_000, 1_999}) {
            List<String> expected = arrays(plain, limit);
            assertThat(ids(expected)).hasSize(ALL).isSorted().doesNotHaveDuplicates();
            assertThat(arrays(cached, limit)).as("read, %s", limit).isEqualTo(expected);
            Awaitility.await().untilAsserted(() -> {
                double before = hits();
                assertThat(arrays(cached, limit)).as("kept, %s", limit).isEqualTo(expected);
                assertThat(hits() - before).isGreaterThanOrEqualTo(2);
            });
        }
    }

    private static List<String> ids(List<String> arrays) {
        return arrays.stream()
                .flatMap(array -> JSON.readTree(array).valueStream())
                .map(product -> product.path("id").asString())
                .toList();
    }

    private double hits() {
        return linked.meters.find("tillsync.cache.requests").tag("result", "hit").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000}) // The latter is more than is held in memory.
    void areWaitedForByNobodyWhileTheyAreWrittenToASlowTill(int length) throws Exception {
        process.write(IntStream.range(0, 2_000)
                .mapToObj(i -> patchAny("products", "p" + (10_000 + i), "description", "x".repeat(length)))
                .toArray(Edit[]::new));
        CountDownLatch isWritten = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        OutputStream slow = new FilterOutputStream(received) {
            @Override
            public void write(byte[] bytes, int offset, int size) {
                isWritten.countDown();
                await(goOn);
                received.write(bytes, offset, size);
            }
        };
        Thread till = Thread.startVirtualThread(() -> cached.write(slow, BUSINESS, PRODUCTS, "", 2_000, true));
        await(isWritten);

        String expected = part(plain);
        assertThat(part(cached)).isEqualTo(expected);

        assertThat(till.isAlive()).isTrue();
        goOn.countDown();
        till.join();
        assertThat(received.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
    }

    private static String part(PartWriter writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out, BUSINESS, PRODUCTS, "", 2_000, true);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void areWholeForOthersWhoeverBreaksOff() {
        OutputStream broken = new OutputStream() {
            private int room = 100_000;

            @Override
            public void write(int one) throws IOException {
                if (--room < 0) {
                    throw new IOException("The client is gone");
                }
            }
        };
        assertThatThrownBy(() -> cached.write(broken, BUSINESS, PRODUCTS, "", 2_000, true))
                .hasRootCauseMessage("The client is gone");

        Awaitility.await().until(() -> server.send("DBSIZE").startsWith(":1"));
        assertThat(arrays(cached, 2_000)).isEqualTo(arrays(plain, 2_000));
    }
}
