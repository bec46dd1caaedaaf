package io.tillsync.sync.socket;

import static io.tillsync.sync.socket.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What sockets are told of an import. */
@SyncServer
class ImportsFollowIT {

    @Autowired
    private World world;

    @LocalServerPort
    private int port;

    private LightTill till(Shop shop, boolean events) throws IOException {
        LightTill till = LightTill.open(port);
        till.send("40{\"token\":\"" + shop.till().token() + "\",\"events\":" + events + "}");
        until(till::isConnected);
        return till;
    }

    private static List<String> told(LightTill till, String event) {
        return till.packets().stream()
                .filter(packet -> packet.startsWith("42[\"" + event + "\""))
                .toList();
    }

    @Test
    void aSmallImportIsToldLikeAnyOtherCommit() throws IOException {
        Shop shop = world.newShop();
        try (LightTill keen = till(shop, true);
                LightTill quiet = till(shop, false)) {
            shop.manager()
                    .with("Content-Type", "text/csv")
                    .post("/imports/brands", "name\nAlpha\nBeta\n")
                    .is(202);

            until(() -> !told(keen, "sync:commit").isEmpty()
                    && !told(quiet, "sync:commit").isEmpty());
            until(() -> told(keen, "brand:created").size() == 2);
            assertThat(told(keen, "sync:commit")).singleElement().asString().contains("Alpha", "Beta");
            assertThat(told(quiet, "sync:commit")).isEqualTo(told(keen, "sync:commit"));
            assertThat(told(quiet, "brand:created")).isEmpty();
        }
    }
}
