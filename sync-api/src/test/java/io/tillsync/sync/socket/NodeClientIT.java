package io.tillsync.sync.socket;

import static io.tillsync.sync.socket.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real client libraries, version 4 and 3, make of our server. */
class NodeClientIT {

    private static SocketServer server;

    @BeforeAll
    static void start() throws Exception {
        NodeTill.install();
        server = new SocketServer("tillsync.socket.ping-interval=500ms", "tillsync.socket.ping-timeout=500ms");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket.io-client", "socket.io-client-3"})
    void connectsFollowsAsksAndLeaves(String library) throws IOException {
        try (NodeTill till = new NodeTill(library, server.url(), "{\"auth\":{\"token\":\"till:7@store:a\"}}")) {
            until(() -> till.happened().contains("[\"connect\"]"));

            server.sockets().send("store:a", "sync:commit", "{\"seq\":1,\"name\":\"Käse\"}", Sockets.Audience.ALL);
            till.emit("[\"sync:hello\",{\"token\":\"t7\"}]");
            till.emit("[\"sync:ack\",{\"token\":7}]");

            until(() -> till.happened().size() >= 4);
            assertThat(till.happened())
                    .contains("[\"sync:commit\",{\"seq\":1,\"name\":\"Käse\"}]")
                    .containsAnyOf(
                            "[\"answer\",{\"token\":\"t9\",\"behind\":2}]",
                            "[\"answer\",{\"behind\":2,\"token\":\"t9\"}]")
                    .contains("[\"answer\",{\"error\":{\"code\":\"malformed-request\"}}]");
        }
        until(() -> server.sockets().connected() == 0 && server.connections().open() == 0);
    }

    @Test
    void isGivenAConnectErrorForABadToken() throws IOException {
        try (NodeTill till = node("{\"auth\":{\"token\":\"stolen\"}}")) {
            until(() -> till.happened().contains("[\"connect_error\",\"unauthorized\"]"));
            assertThat(till.happened()).doesNotContain("[\"connect\"]");
        }
    }

    @Test
    void isGivenAConnectErrorWithoutAToken() throws IOException {
        try (NodeTill till = node("{}")) {
            until(() -> till.happened().contains("[\"connect_error\",\"unauthorized\"]"));
        }
    }

    @Test
    void isGivenAConnectErrorForAnyOtherNamespace() throws IOException {
        try (NodeTill till = new NodeTill(
                "socket.io-client", server.url() + "/admin", "{\"auth\":{\"token\":\"till:7@store:a\"}}")) {
            until(() -> till.happened().contains("[\"connect_error\",\"unauthorized\"]"));
        }
    }

    @Test
    void cannotConnectByPolling() throws IOException {
        try (NodeTill till = node("{\"transports\":[\"polling\"],\"auth\":{\"token\":\"till:7@store:a\"}}")) {
            until(() -> till.happened().contains("[\"connect_error\",\"xhr poll error\"]"));
        }
    }

    @Test
    void isSparedEventsItDoesNotWant() throws IOException {
        try (NodeTill till = node("{\"auth\":{\"token\":\"till:7@store:quiet\",\"events\":false}}")) {
            until(() -> till.happened().contains("[\"connect\"]"));

            server.sockets().send("store:quiet", "product:updated", "{}", Sockets.Audience.WANTING_EVENTS);
            server.sockets().send("store:quiet", "sync:commit", "{}", Sockets.Audience.ALL);

            until(() -> till.happened().size() >= 2);
            assertThat(till.happened()).isEqualTo(List.of("[\"connect\"]", "[\"sync:commit\",{}]"));
        }
    }

    @Test
    void staysAwayOnceItIsCutOff() throws IOException {
        try (NodeTill till = node("{\"auth\":{\"token\":\"till:7@store:cut\"},\"reconnectionDelay\":1}")) {
            until(() -> till.happened().contains("[\"connect\"]"));

            server.sockets().disconnect("terminal:7");

            assertThat(server.sockets().connected("store:cut")).isZero();
            until(() -> till.happened().contains("[\"disconnect\",\"io server disconnect\"]"));
            assertThat(till.happened()).doesNotContain("[\"reconnect_attempt\"]");
        }
    }

    @Test
    void comesBackByItselfWhenNobodyCouldTellWhetherItsTokenWasGood() throws IOException {
        server.tills().whileAuthenticating = () -> {
            throw new IllegalStateException("the test's database is down");
        };
        try (NodeTill till = node("{\"auth\":{\"token\":\"till:7@store:back\"},\"reconnectionDelay\":10}")) {
            until(() -> till.happened().contains("[\"reconnect_attempt\"]"));
            server.tills().whileAuthenticating = () -> {};

            until(() -> till.happened().contains("[\"connect\"]"));
        }
    }

    @Test
    void staysConnectedByAnsweringPings() throws IOException {
        try (NodeTill till = node("{\"auth\":{\"token\":\"till:7@store:ping\"}}");
                LightTill silent = LightTill.open(server.port())) {
            silent.answersPings(false);
            silent.join("till:8@store:ping");
            until(() -> server.sockets().connected("store:ping") == 2);

            until(silent::isOver);

            assertThat(till.happened()).containsExactly("[\"connect\"]");
            assertThat(server.sockets().connected("store:ping")).isEqualTo(1);
        }
    }

    private static NodeTill node(String options) throws IOException {
        return new NodeTill("socket.io-client", server.url(), options);
    }
}
