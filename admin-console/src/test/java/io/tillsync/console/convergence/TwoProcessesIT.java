package io.tillsync.console.convergence;

import static io.tillsync.console.convergence.Tenants.NORTH;
import static io.tillsync.console.convergence.Tenants.NORTH_STORES;
import static io.tillsync.console.convergence.Tenants.SOUTH;
import static io.tillsync.console.convergence.Tenants.SOUTH_STORES;

import io.tillsync.console.convergence.Till.Way;
import io.tillsync.sync.redis.RealRedis;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two processes serve the same stores from one database and one Redis; all but the database are killed, hang and are restarted meanwhile. */
class TwoProcessesIT {

    private static final int FIRST = 0;
    private static final int SECOND = 1;
    /** Longer than anything that is looked at by time: confirmed heads, leases of imports. */
    private static final Duration HANG = Duration.ofSeconds(4);

    private final Seed seed = Seed.forRun("TwoProcessesIT");
    private final RealRedis redis = RealRedis.open();
    private final TestServer database = new TestServer();
    private TillsyncProcess second = start("second");
    private TillsyncProcess first = start("first");

    private TillsyncProcess start(String name) {
        return TillsyncProcess.starting(
                name,
                "tillsync.mongodb.uri=" + database.uri(),
                "tillsync.redis.url=" + redis.url(),
                "tillsync.admin.password=" + Tenants.ADMIN_PASSWORD,
                "tillsync.import.lease=2s",
                "tillsync.import.poll-interval=500ms");
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
        redis.close();
        database.close();
    }

    @Test
    void nothingAcknowledgedIsLostOrDoubledWhenAProcessIsKilledAndNoTillIsShownAWrongHistory() {
        play((scene, servers) -> {
            CountDownLatch firstIsBack = new CountDownLatch(1);
            scene.pace().hold(0.6, firstIsBack);
            scene.meanwhile("killer", () -> {
                scene.pace().await(0.3);
                first.kill();
                first = start("first, again");
                servers.moved(FIRST, first.address());
                firstIsBack.countDown();
                scene.pace().await(0.8);
                second.kill();
            });
        });
    }

    @Test
    void aProcessOrARedisThatHangsAndOnesThatAreRestartedDoNoHarm() {
        play((scene, servers) -> scene.meanwhile("operator", () -> {
            scene.pace().await(0.1);
            redis.hang();
            scene.pace().await(0.2);
            redis.goOn();
            scene.pace().await(0.3);
            first.freeze();
            LockSupport.parkNanos(HANG.toNanos());
            first.thaw();
            scene.pace().await(0.4);
            redis.kill();
            scene.pace().await(0.5);
            second.terminate().join();
            redis.start();
            second = start("second, again");
            servers.moved(SECOND, second.address());
        }));
    }

    /** Tills and editors at both, and what is done to the processes meanwhile. */
    private void play(BiConsumer<Scene, Servers> happening) {
        Servers servers = new Servers(List.of(first.address(), second.address()));
        try (Network network = new Network(servers);
                Scene scene = new Scene(seed, network, database, 80)) {
            scene.tills(NORTH, "north-1", Way.SOCKET, Way.SOCKET, Way.POLL);
            scene.tills(NORTH, "north-2", Way.SOCKET, Way.LONG_POLL);
            scene.tills(SOUTH, "south-1", Way.SOCKET);
            scene.editors(NORTH, 2, NORTH_STORES);
            scene.editors(SOUTH, 0, SOUTH_STORES);
            scene.importer(0.25);
            happening.accept(scene, servers);

            scene.play();

            scene.checkEverything(FIRST);
        }
    }
}
