package io.tillsync.console.convergence;

import static io.tillsync.console.convergence.Tenants.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.core.tenancy.Logs;
import io.tillsync.sync.redis.RealRedis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two processes serve the same stores, and nobody can tell which of them he talks to. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralProcessesIT {

    private static final int WRITERS = 4;
    private static final int WRITES = 30;
    private static final int SOCKETS = 3;
    private static final String STORE = "north-1";

    private final RealRedis redis = RealRedis.open();
    private final TestServer database = new TestServer();
    private final TillsyncProcess first = start("first");
    private final TillsyncProcess second = start("second");
    private final Tally tally = new Tally();
    private Network network;
    private Caller manager;
    private Caller till;

    private TillsyncProcess start(String name) {
        return TillsyncProcess.starting(
                name,
                "tillsync.mongodb.uri=" + database.uri(),
                "tillsync.redis.url=" + redis.url(),
                "tillsync.admin.password=" + Tenants.ADMIN_PASSWORD);
    }

    @BeforeAll
    void open() {
        network = new Network(new Servers(List.of(first.address(), second.address())));
        Tenants tenants = Tenants.make(network, tally);
        manager = tenants.managerOf(NORTH);
        till = tenants.till(STORE, "till");
    }

    @AfterAll
    void stop() {
        network.close();
        first.close();
        second.close();
        redis.close();
        database.close();
    }

    @Test
    void socketsOfBothHearOfEachCommitOnceAndInOrderWhereverItWasMade() {
        List<Hearing> all = IntStream.range(0, 2 * SOCKETS)
                .mapToObj(i -> new Hearing(i % 2, position()))
                .toList();
        try (Actors actors = new Actors()) {
            Actors.Group writing = actors.group();
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "heard-" + writer;
                writing.start(
                        name,
                        () -> IntStream.range(0, WRITES)
                                .forEach(i -> create(i % 2, name + "-" + i).must(201)));
            }
            all.forEach(socket -> writing.start("socket", () -> socket.hear(WRITERS * WRITES)));
            writing.await(Duration.ofSeconds(90));
        }
        assertThat(all)
                .allSatisfy(socket -> assertThat(socket.seqs)
                        .isEqualTo(all.getFirst().seqs)
                        .doesNotHaveDuplicates()
                        .hasSize(WRITERS * WRITES)
                        .isSorted());
        all.forEach(Hearing::close);
    }

    /** One socket, and the commits of the business that it hears of, each of which has to begin where the one before ended. */
    private final class Hearing {

        private final LiveSocket socket;
        private final List<Long> seqs = new ArrayList<>();
        private String token;

        Hearing(int server, String syncToken) {
            socket = LiveSocket.hello(network.client, network.servers.address(server), till.token(), syncToken);
            token = socket.answerToHello().path("token").asString().replaceFirst(",.*", "");
        }

        void hear(int count) {
            while (seqs.size() < count) {
                socket.next(30_000)
                        .filter(commit -> commit.path("log")
                                .asString()
                                .equals(Logs.business(NORTH).value()))
                        .ifPresent(this::take);
            }
        }

        private void take(JsonNode commit) {
            assertThat(commit.path("prevToken").asString()).isEqualTo(token);
            token = commit.path("token").asString();
            seqs.add(commit.path("seq").asLong());
        }

        void close() {
            socket.close();
        }
    }

    @Test
    void whoeverMovesToTheOtherFindsWhatHeWroteAndCanGoOnFromThere() {
        Answer written = create(0, "moving").must(201);
        for (int i = 1; i <= 40; i++) {
            int other = i % 2;
            Call read = Call.get("/products/moving").with("X-Sync-Token", header(written, "X-Sync-Token"));
            long version = written.data().path("syncVersion").asLong();

            Answer found = manager.once(other, read).must(200);
            assertThat(found.data().path("syncVersion").asLong()).isEqualTo(version);
            written = manager.once(other, price(version, i)).must(200);
        }
    }

    @Test
    void aWriteBasedOnWhatTheOtherHasJustWrittenIsNotRefused() {
        long version = 1;
        create(0, "passed-on").must(201);
        for (int i = 1; i <= 40; i++) {
            Answer written = manager.once(i % 2, price("passed-on", version, i)).must(200);
            version = written.data().path("syncVersion").asLong();
        }
        assertThat(version).isEqualTo(41);
    }

    @Test
    void aTokenOfTheOneIsGoodAtTheOtherAtOnce() {
        String token = position();
        for (int i = 0; i < 20; i++) {
            create(i % 2, "followed-" + i).must(201);
            Answer changes = changes(i % 2, token);
            assertThat(changes.body().path("data").path("products").path("created"))
                    .isNotEmpty();
            token = changes.body().path("syncToken").asString();
            assertThat(changes((i + 1) % 2, token).body().path("hasMore").asBoolean())
                    .isFalse();
        }
    }

    private Answer changes(int server, String token) {
        return till.once(server, Call.get("/sync/changes?token=" + token)).must(200);
    }

    private String position() {
        Answer page = till.once(0, Call.get("/sync/full?limit=10000")).must(200);
        return page.body().path("syncToken").asString();
    }

    private static String header(Answer answer, String name) {
        return answer.header(name).orElseThrow();
    }

    private Answer create(int server, String id) {
        ObjectNode product = Answer.JSON.createObjectNode();
        Map.of("id", id, "name", id).forEach(product::put);
        return manager.once(server, Call.json("POST", "/products", product.put("price", 1000)));
    }

    private static Call price(long version, int price) {
        return price("moving", version, price);
    }

    private static Call price(String id, long version, int price) {
        ObjectNode patch =
                Answer.JSON.createObjectNode().put("syncVersion", version).put("price", price);
        return Call.json("PATCH", "/products/" + id, patch);
    }
}
