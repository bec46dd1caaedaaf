package io.tillsync.sync.socket;

import static io.tillsync.sync.fixture.Api.fields;
import static io.tillsync.sync.socket.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way of a price, from a manager's PATCH to tills that use the real client library. */
@SyncServer
class NodeTillsFollowIT {

    private static final int CHANGES = 20;
    private static final Duration GENEROUS = Duration.ofSeconds(5);

    @Autowired
    private World world;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void install() throws Exception {
        NodeTill.install();
    }

    @Test
    void tillsOfBothStoresHaveANewPriceWithinMoments() throws IOException {
        Shop shop = world.newShop();
        Answer product = shop.product("price", 100);
        try (NodeTill one = node(shop.till().token());
                NodeTill two = node(shop.otherTill().token())) {
            until(() ->
                    one.happened().contains("[\"connect\"]") && two.happened().contains("[\"connect\"]"));
            List<Duration> times = new ArrayList<>();
            for (int change = 0; change < CHANGES; change++) {
                times.add(timeToBoth(shop, product.id(), product.version() + change, 101 + change, one, two));
            }

            times.sort(Duration::compareTo);
            System.out.printf(
                    "From PATCH to two Node.js tills: median %d ms, longest %d ms%n",
                    times.get(CHANGES / 2).toMillis(), times.getLast().toMillis());
            assertThat(times.getLast()).isLessThan(GENEROUS);
        }
    }

    private NodeTill node(String token) throws IOException {
        return new NodeTill("socket.io-client", "http://127.0.0.1:" + port, "{\"auth\":{\"token\":\"" + token + "\"}}");
    }

    private static Duration timeToBoth(Shop shop, String id, long version, int price, NodeTill one, NodeTill two) {
        long start = System.nanoTime();
        shop.manager()
                .patch("/products/" + id, fields("price", price, "syncVersion", version))
                .is(200);
        until(() -> hasPrice(one, id, price) && hasPrice(two, id, price));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static boolean hasPrice(NodeTill till, String id, int price) {
        return till.happened().stream()
                .anyMatch(event -> event.startsWith("[\"sync:commit\"")
                        && event.contains(id)
                        && event.contains("\"price\":" + price));
    }
}
