package io.tillsync.sync.socket;

import static io.tillsync.sync.socket.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sockets end with the access that they were opened by. */
@SyncServer
class SocketAccessIT {

    @Autowired
    private World world;

    @Autowired
    private Sockets sockets;

    @LocalServerPort
    private int port;

    private LightTill connected(String token, String store) throws IOException {
        LightTill till = LightTill.open(port);
        till.send("40{\"token\":\"" + token + "\",\"storeId\":\"" + store + "\"}");
        until(till::isConnected);
        return till;
    }

    @Test
    void loggingOutCutsTheSocketsOfItsTokenAndNoOther() throws IOException {
        Shop shop = world.newShop();
        String name = world.name("user");
        shop.newUser(name, "manager", List.of());
        Api first = world.anonymous().as(world.user(name).token());
        Api second = world.anonymous().as(world.user(name).token());
        try (LightTill one = connected(first.token(), shop.one());
                LightTill two = connected(first.token(), shop.two());
                LightTill other = connected(second.token(), shop.one())) {
            first.post("/auth/logout").is(204);
            assertThat(sockets.connected("store:" + shop.one())).isEqualTo(1);
            assertThat(sockets.connected("store:" + shop.two())).isZero();
            until(() -> one.isOver() && two.isOver());

            second.post("/auth/logout").is(204);
            until(other::isOver);
        }
    }

    @Test
    void revokingCutsTheSocketsOfTheTerminal() throws IOException {
        Shop shop = world.newShop();
        Answer enrolled = world.enrol(shop.one());
        try (LightTill till = connected(enrolled.data().path("token").asString(), shop.one())) {
            shop.admin()
                    .post("/terminals/" + enrolled.data().path("terminalId").asString() + "/revoke")
                    .is(200);
            until(till::isOver);
        }
    }
}
