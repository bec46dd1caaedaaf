package io.tillsync.sync.cache;

import static io.tillsync.core.write.Edits.category;
import static io.tillsync.core.write.Edits.patchAny;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.read.Snapshots;
import io.tillsync.core.write.Backup;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.TestProcess;
import io.tillsync.sync.redis.LinkedRedis;
import io.tillsync.sync.redis.RealRedis;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that two processes keep in one Redis. */
@Timeout(120)
class AnswersIT {

    private static final int IDS = 40;

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    @AutoClose
    private final RealRedis server = RealRedis.open();

    private final MongoDatabase database = MONGO.fresh();
    private final Side one = new Side();
    private final Side other = new Side();

    /** One of the processes. */
    private final class Side {

        private final TestProcess process = TestProcess.over(database);
        private final LinkedRedis link = LinkedRedis.to(server.url()).begin().connected();
        private final Answers answers = KeptAnswers.of(link, process.feeds);
        private final Snapshots snapshots = new Snapshots(process.projections, process.feeds);

        String read(String type, String after, int limit) {
            StringBuilder found = new StringBuilder();
            Snapshots.Part part = snapshots.read(
                    BUSINESS, TestProcess.TYPES.get(type), after, limit, state -> found.append(line(state)));
            return part.mayHaveMore() + " " + part.lastId() + "\n" + found;
        }

        private static String line(Document state) {
            return state.getString("id") + " " + state.get("name") + "\n";
        }

        String cached(String type, String after, int limit) {
            Question question = question(type, after + "/" + limit);
            return new String(
                    answers.find(
                                    question,
                                    content -> extent(type, after, content),
                                    alone -> Optional.of(bytes(read(type, after, limit))))
                            .orElseThrow(),
                    StandardCharsets.UTF_8);
        }

        double count(String result) {
            return link.meters.find("tillsync.cache.requests").tag("result", result).counters().stream()
                    .mapToDouble(counter -> counter.count())
                    .sum();
        }
    }

    private static Question question(String type, String words) {
        return new Question(BUSINESS, TestProcess.TYPES.get(type), Question.Kind.FULL, List.of(words));
    }

    private static Extent extent(String type, String after, byte[] content) {
        String[] head = new String(content, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow()
                .split(" ", -1);
        return new Extent(type, after, head[0].equals("true") ? Optional.of(head[1]) : Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @AfterEach
    void close() {
        one.link.close();
        other.link.close();
    }

    @Test
    void areWhatIsReadWithoutThemWhoeverWritesAndReads() {
        long seed = Long.getLong("tillsync.seed", System.nanoTime());
        System.out.println("answers with -Dtillsync.seed=" + seed);
        Random random = new Random(seed);
        for (int step = 0; step < 1_500; step++) {
            Side side = random.nextBoolean() ? one : other;
            if (random.nextInt(4) == 0) {
                side.process.write(edit(random));
            }
            if (random.nextInt(100) == 0) {
                server.send("FLUSHALL");
            }
            String type = random.nextInt(4) == 0 ? "categories" : "products";
            String after = random.nextInt(3) == 0 ? "" : id(random);
            int limit = 1 + random.nextInt(3) * 10;
            side.process.feeds.followAll(); // An answer of this moment, not of the last second.
            assertThat(side.cached(type, after, limit))
                    .as("seed %s, step %s: %s after %s, %s", seed, step, type, after, limit)
                    .isEqualTo(side.read(type, after, limit));
        }
        assertThat(one.count("hit") + other.count("hit")).isGreaterThan(100);
        assertThat(one.count("stale") + other.count("stale")).isGreaterThan(20);
    }

    private static String id(Random random) {
        return "e" + (10 + random.nextInt(IDS));
    }

    private static Edit edit(Random random) {
        String id = id(random);
        return switch (random.nextInt(6)) {
            case 0 -> category(id, "name", "Category " + random.nextInt());
            case 1 -> patchAny("categories", id, "name", "Category " + random.nextInt());
            case 2, 3 -> product(id);
            case 4 -> patchAny("products", id, "name", "Product " + random.nextInt());
            default -> new Edit.Delete("products", id, Base.any());
        };
    }

    @Test
    void ofARestoredBackupAreThoseOfTheBackup() {
        IntStream.range(0, 10).forEach(i -> one.process.edit(product("e" + i)));
        long held = one.process.feeds.head(BUSINESS).seq().value();
        one.process.edit(patchAny("products", "e5", "name", "Lost"));
        assertThat(one.cached("products", "", 50)).contains("Lost");
        Awaitility.await().until(() -> server.send("DBSIZE").startsWith(":1"));
        Backup.cut(database, BUSINESS, held);
        TestProcess.over(database).projections.rebuild(BUSINESS);

        for (Side side : List.of(one, other)) {
            side.process.feeds.followAll();
            assertThat(side.cached("products", "", 50)).doesNotContain("Lost").isEqualTo(side.read("products", "", 50));
        }
        IntStream.range(0, 5).forEach(i -> other.process.edit(category("c" + i)));
        one.process.feeds.followAll();
        assertThat(one.cached("products", "", 50)).doesNotContain("Lost");
    }

    @Test
    void thatChangedWhileTheyWereReadAreNotKept() {
        Question question = question("products", "changing");
        one.answers.find(question, content -> Extent.all("products"), alone -> {
            other.process.edit(product("e1"));
            return Optional.of(bytes("false " + "\n"));
        });
        one.answers.find(
                question("categories", "quiet"), content -> Extent.all("categories"), alone -> Optional.of(bytes("")));

        Awaitility.await().until(() -> server.send("DBSIZE").startsWith(":1"));
        assertThat(server.send("KEYS *")).contains("/categories/").doesNotContain("/products/");
    }
}
