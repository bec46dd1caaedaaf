package io.tillsync.console.convergence;

import static io.tillsync.console.convergence.Tenants.NORTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.tenancy.Logs;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.ObjectNode;

/** A process that is asked to stop (SIGTERM) ends in order, with all that it was asked before. */
@Timeout(180)
class StoppedProcessIT {

    private static final int WRITERS = 8;
    private static final int SOCKETS = 20;

    private final TestServer database = new TestServer();
    private final TillsyncProcess process = TillsyncProcess.starting(
            "stopped", "tillsync.mongodb.uri=" + database.uri(), "tillsync.admin.password=" + Tenants.ADMIN_PASSWORD);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @AfterEach
    void stop() {
        process.close();
        database.close();
    }

    @Test
    void tellsItsTillsToGoAnswersWhatItWasAskedAndLosesNothing() throws Exception {
        try (Network network = new Network(new Servers(List.of(process.address())));
                Actors actors = new Actors()) {
            Tenants tenants = Tenants.make(network, new Tally());
            Caller manager = tenants.managerOf(NORTH);
            Caller till = tenants.till("north-1", "till");
            String token = position(till);
            List<LiveSocket> sockets = IntStream.range(0, SOCKETS)
                    .mapToObj(i -> LiveSocket.hello(network.client, network.servers.address(0), till.token(), token))
                    .toList();
            Actors.Group group = actors.group();
            Caller idle = tenants.till("south-1", "idle");
            group.start("long poll", () -> poll(idle));
            IntStream.range(0, WRITERS)
                    .forEach(i -> group.start("writer", () -> writeToTheEnd(manager, "written-" + i)));
            sockets.forEach(socket -> group.start("socket", () -> hearUntilTold(socket)));
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > 10 * WRITERS);

            Process ended = process.terminate().get(60, TimeUnit.SECONDS);

            group.await(Duration.ofSeconds(30));
            assertThat(ended.exitValue()).isEqualTo(128 + 15);
            assertThat(created()).containsAll(acknowledged);
        }
    }

    private static String position(Caller till) {
        return till.once(0, Call.get("/sync/full?limit=10000"))
                .must(200)
                .body()
                .path("syncToken")
                .asString();
    }

    /** Where nothing happens. The answer comes all the same, long before the time is over, which is longer than anybody here waits. */
    private static void poll(Caller till) {
        Answer answer = till.once(0, Call.get("/sync/check?wait=60&token=" + position(till)));
        assertThat(answer.must(200).data().path("hasChanges").asBoolean()).isFalse();
    }

    private void writeToTheEnd(Caller manager, String name) {
        try {
            for (int i = 0; ; i++) {
                ObjectNode product = Answer.JSON.createObjectNode();
                product.put("id", name + "-" + i).put("name", name + "-" + i).put("price", 1);
                manager.once(0, Call.json("POST", "/products", product)).must(201);
                acknowledged.add(name + "-" + i);
            }
        } catch (BrokenOff e) {
            assertThat(acknowledged).isNotEmpty();
        }
    }

    private static void hearUntilTold(LiveSocket socket) {
        try {
            while (true) {
                assertThat(socket.next(30_000)).as("what it was told").isPresent();
            }
        } catch (BrokenOff e) {
            assertThat(e).hasMessage("socket");
        }
    }

    private Set<String> created() {
        Commits commits = new Commits(database.database());
        Set<String> ids = new HashSet<>();
        Seq seq = Seq.START;
        for (List<Commit> next = next(commits, seq); !next.isEmpty(); next = next(commits, seq)) {
            next.forEach(commit ->
                    commit.changes().forEach(change -> ids.add(change.after().getString("id"))));
            seq = next.getLast().seq();
        }
        return ids;
    }

    private static List<Commit> next(Commits commits, Seq seq) {
        return commits.after(Logs.business(NORTH), seq, 100);
    }
}
