package io.tillsync.console.convergence;

import static io.tillsync.console.convergence.Tenants.NORTH;
import static io.tillsync.console.convergence.Tenants.NORTH_STORES;
import static io.tillsync.console.convergence.Tenants.SOUTH;
import static io.tillsync.console.convergence.Tenants.SOUTH_STORES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.console.startup.RunningTillsync;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many editors, an import and many tills at once, on one process. */
class ConvergenceIT {

    @Test
    void everyTillEndsWithWhatTheServerHasHoweverItFollowedAndWhateverBroke() {
        Seed seed = Seed.forRun("ConvergenceIT");
        try (TestServer database = new TestServer();
                RunningTillsync tillsync = RunningTillsync.started(
                        "tillsync.mongodb.uri=" + database.uri(), "tillsync.admin.password=" + Tenants.ADMIN_PASSWORD);
                Network network = new Network(new Servers(List.of(tillsync.uri(""))));
                Scene scene = new Scene(seed, network, database, 150)) {
            scene.tills(NORTH, "north-1", Till.Way.SOCKET, Till.Way.SOCKET, Till.Way.POLL, Till.Way.SINCE);
            scene.tills(NORTH, "north-2", Till.Way.SOCKET, Till.Way.LONG_POLL);
            scene.tills(SOUTH, "south-1", Till.Way.SOCKET, Till.Way.POLL);
            scene.editors(NORTH, 2, NORTH_STORES);
            scene.editors(SOUTH, 0, SOUTH_STORES);
            scene.importer(0.3);

            scene.play();

            scene.checkEverything(0);
            assertThat(scene.tally().of("merges")).isPositive();
        }
    }
}
