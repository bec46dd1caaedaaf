package io.tillsync.sync.socket;

import static io.tillsync.sync.socket.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.socket.SocketFixture.Till;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveSocketsTest {

    private final SocketFixture server = new SocketFixture();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sendsTheSameTextToEverySocketOfTheRoomOnly() {
        Till one = server.till("1", "store:a");
        Till two = server.till("2", "store:a");
        Till elsewhere = server.till("3", "store:b");

        server.send("store:a", "{\"seq\":1}");

        until(() -> events(one).size() == 1 && events(two).size() == 1);
        assertThat(events(one)).containsExactly("42[\"sync:commit\",{\"seq\":1}]");
        assertThat(events(one).getFirst()).isSameAs(events(two).getFirst());
        assertThat(events(elsewhere)).isEmpty();
    }

    @Test
    void keepsTheOrderInWhichItWasCalled() {
        Till till = server.till("1", "store:a");

        IntStream.range(0, 100).forEach(n -> {
            server.send("store:a", "" + n);
            until(() -> events(till).size() == n + 1);
        });

        assertThat(events(till))
                .isEqualTo(IntStream.range(0, 100)
                        .mapToObj(n -> "42[\"sync:commit\"," + n + "]")
                        .toList());
    }

    @Test
    void sparesSocketsThatWantNoEvents() {
        Till quiet = server.connect("{\"token\":\"till:1@store:a\",\"events\":false}");
        Till keen = server.connect("{\"token\":\"till:2@store:a\",\"events\":true}");

        server.sockets.send("store:a", "product:updated", "{}", Sockets.Audience.WANTING_EVENTS);
        server.send("store:a", "{}");

        until(() -> events(keen).size() == 2 && !events(quiet).isEmpty());
        assertThat(events(quiet)).containsExactly("42[\"sync:commit\",{}]");
    }

    @Test
    void cutsAllSocketsOfAPrincipalOffBeforeItReturns() {
        Till first = server.till("7", "store:a");
        Till second = server.till("7", "store:a");
        server.till("8", "store:a");

        assertThat(server.sockets.disconnect("terminal:7")).isEqualTo(2);

        assertThat(server.sockets.connected()).isEqualTo(1);
        assertThat(server.sockets.connected("store:a")).isEqualTo(1);
        until(() -> first.wire().isClosed() && second.wire().isClosed());
        assertThat(first.wire().received()).last().isEqualTo("41");
    }

    @Test
    void cutsTheSocketsOfOneTokenAndNoOtherOfThePrincipals() {
        Till cut = server.till("7", "store:a");
        server.till("7", "store:a,business:b");

        assertThat(server.sockets.disconnect("terminal:7", "till:7@store:a")).isEqualTo(1);

        assertThat(server.sockets.connected("store:a")).isEqualTo(1);
        assertThat(server.sockets.connected("business:b")).isEqualTo(1);
        until(() -> cut.wire().isClosed());
    }

    @Test
    void tellsAClientThatIsCutOffNothingThatWasStillWaiting() {
        Till till = server.till("7", "store:a");
        until(() -> till.wire().received().size() == 2);
        till.wire().stopReading();
        IntStream.range(0, 5).forEach(n -> server.send("store:a", "" + n));

        server.sockets.disconnect("terminal:7");
        till.wire().readOn();

        until(() -> till.wire().isClosed());
        assertThat(events(till)).hasSizeLessThanOrEqualTo(1);
        assertThat(till.wire().received()).last().isEqualTo("41");
    }

    @Test
    void closesAClientThatCannotKeepUpAndNoOther() {
        Till slow = server.till("1", "store:a");
        Till quick = server.till("2", "store:a");
        until(() -> slow.wire().received().size() == 2);
        slow.wire().stopReading();

        IntStream.range(0, 40).forEach(n -> {
            server.send("store:a", "" + n);
            until(() -> events(quick).size() == n + 1);
        });

        until(() -> server.sockets.connected("store:a") == 1);
        assertThat(server.connections.overflows()).isEqualTo(1);
        slow.wire().readOn();
        until(() -> slow.wire().isClosedWith(Ending.OVERFLOW));
    }

    @Test
    void closesWhoeverConnectsWhileStopping() {
        Till before = server.till("1", "store:a");
        server.connections.drain(Duration.ZERO);
        Till after = server.open();

        until(() -> before.wire().isClosedWith(Ending.STOPPING));
        until(() -> after.wire().isClosedWith(Ending.STOPPING));
        assertThat(server.engine.entries()).isZero();
    }

    private static List<String> events(Till till) {
        return till.wire().received().stream()
                .filter(text -> text.startsWith("42"))
                .toList();
    }
}
