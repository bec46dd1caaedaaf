package io.tillsync.sync.socket;

import static io.tillsync.sync.socket.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.socket.SocketFixture.Till;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private final SocketFixture server = new SocketFixture();

    @AfterEach
    void nothingIsLeft() {
        server.close();
        assertThat(server.engine.entries()).isZero();
        assertThat(server.sockets.rooms()).isEmpty();
        assertThat(server.sockets.connected()).isZero();
        assertThat(server.engine.timers()).isZero();
    }

    @Test
    void joinsTheRoomsOfItsToken() {
        Till till = server.till("7", "store:a,business:b");

        assertThat(server.sockets.rooms()).containsExactlyInAnyOrder("store:a", "business:b");
        assertThat(server.sockets.connected("store:a")).isEqualTo(1);
        until(() -> till.wire().received().size() == 2);
        assertThat(till.wire().received().get(1)).startsWith("40{\"sid\":");
    }

    @Test
    void refusesABadTokenWithAConnectErrorAndHangsUp() {
        Till till = server.connect("{\"token\":\"stolen\"}");

        until(() -> till.wire().isClosed());
        assertThat(till.wire().received()).last().isEqualTo("44{\"message\":\"unauthorized\"}");
        assertThat(server.engine.entries()).isZero();
    }

    @Test
    void hangsUpWithoutAWordWhenNobodyCanTellWhetherTheTokenIsGood() {
        server.tills.whileAuthenticating = () -> {
            throw new IllegalStateException("the test's database is down");
        };

        Till till = server.till("7", "store:a");

        until(() -> till.wire().isClosedWith(Ending.UNAVAILABLE));
        assertThat(till.wire().received()).noneMatch(text -> text.startsWith("44"));
    }

    @RepeatedTest(100)
    void isInItsRoomsBeforeTheClientLearnsThatItIsConnected() {
        Till till = server.open();
        AtomicInteger inRoom = new AtomicInteger(-1);
        till.wire()
                .onTransmit(text ->
                        inRoom.compareAndSet(-1, text.startsWith("40") ? server.sockets.connected("store:a") : -1));

        new Admission(server.tills, server.connections).admit(till.connection(), "40{\"token\":\"till:7@store:a\"}");

        until(() -> inRoom.get() >= 0);
        assertThat(inRoom).hasValue(1);
    }

    @Test
    void refusesToConnectTwice() {
        Till till = server.till("7", "store:a");

        new Admission(server.tills, server.connections).admit(till.connection(), "40{\"token\":\"till:7@store:a\"}");

        assertThat(server.sockets.connected("store:a")).isZero();
    }

    @Test
    void authenticatesAgainIfSomebodyWasCutOffMeanwhile() {
        AtomicInteger asked = new AtomicInteger();
        server.tills.whileAuthenticating = () -> {
            if (asked.getAndIncrement() == 0) {
                server.tills.revoked.add("till:7@store:a");
                server.sockets.disconnect("terminal:7");
            }
        };

        server.till("7", "store:a");

        assertThat(asked).hasValue(2);
        assertThat(server.sockets.connected("store:a")).isZero();
    }

    @Test
    void forgetsAConnectionWhoseWireBreaks() {
        Till till = server.till("7", "store:a");
        till.wire().breakOff();

        server.send("store:a", "{}");

        until(() -> server.engine.entries() == 0);
        assertThat(server.sockets.rooms()).isEmpty();
    }

    @Test
    void reapsAConnectionThatNeverJoins() {
        try (SocketFixture hasty = new SocketFixture(Duration.ofMillis(50), SocketFixture.LONG)) {
            Till till = hasty.open();

            until(() -> till.wire().isClosed());
            assertThat(hasty.engine.entries()).isZero();
        }
    }

    @Test
    void keepsAConnectionThatHasJoinedBeyondTheTimeToJoin() {
        try (SocketFixture hasty = new SocketFixture(Duration.ofMillis(50), SocketFixture.LONG)) {
            hasty.till("7", "store:a");
            Till idle = hasty.open();

            until(() -> idle.wire().isClosed());
            assertThat(hasty.sockets.connected("store:a")).isEqualTo(1);
        }
    }

    @Test
    void dropsAClientThatStopsAnsweringPings() {
        try (SocketFixture hasty = new SocketFixture(SocketFixture.LONG, Duration.ofMillis(50))) {
            Till till = hasty.till("7", "store:a");

            until(() -> till.wire().isClosed());
            assertThat(till.wire().received()).last().isEqualTo("2");
            assertThat(hasty.sockets.rooms()).isEmpty();
            assertThat(hasty.engine.timers()).isZero();
        }
    }
}
