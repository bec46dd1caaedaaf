package io.tillsync.console.convergence;

import static io.tillsync.console.convergence.Tenants.NORTH;
import static io.tillsync.console.convergence.Tenants.NORTH_STORES;
import static io.tillsync.console.convergence.Tenants.SOUTH;
import static io.tillsync.console.convergence.Tenants.SOUTH_STORES;

import io.tillsync.console.convergence.Till.Way;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two processes serve the same stores from one database, and are killed while they write. */
class TwoProcessesIT {

    private static final int FIRST = 0;

    private final Seed seed = Seed.forRun("TwoProcessesIT");
    private final TestServer database = new TestServer();
    private final TillsyncProcess second = start("second");
    private TillsyncProcess first = start("first");

    private TillsyncProcess start(String name) {
        return TillsyncProcess.starting(
                name,
                "tillsync.mongodb.uri=" + database.uri(),
                "tillsync.admin.password=" + Tenants.ADMIN_PASSWORD,
                "tillsync.import.lease=2s",
                "tillsync.import.poll-interval=500ms");
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
        database.close();
    }

    @Test
    void nothingAcknowledgedIsLostOrDoubledWhenAProcessIsKilledAndNoTillIsShownAWrongHistory() {
        try (Network network = new Network(new Servers(List.of(first.address(), second.address())));
                Scene scene = new Scene(seed, network, database, 80)) {
            scene.tills(NORTH, "north-1", Way.SOCKET, Way.SOCKET, Way.POLL);
            scene.tills(NORTH, "north-2", Way.SOCKET, Way.LONG_POLL);
            scene.tills(SOUTH, "south-1", Way.SOCKET);
            scene.editors(NORTH, 2, NORTH_STORES);
            scene.editors(SOUTH, 0, SOUTH_STORES);
            scene.importer(0.25);
            CountDownLatch firstIsBack = new CountDownLatch(1);
            scene.pace().hold(0.6, firstIsBack);
            scene.meanwhile("killer", () -> {
                scene.pace().await(0.3);
                first.kill();
                first = start("first, again");
                network.servers.moved(FIRST, first.address());
                firstIsBack.countDown();
                scene.pace().await(0.8);
                second.kill();
            });

            scene.play();

            scene.checkEverything(FIRST);
        }
    }
}
