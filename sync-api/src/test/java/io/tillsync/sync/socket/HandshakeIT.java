package io.tillsync.sync.socket;

import static io.tillsync.sync.socket.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeIT {

    private static final HttpClient http = HttpClient.newHttpClient();
    private static SocketServer server;

    @BeforeAll
    static void start() {
        server = new SocketServer(
                "tillsync.socket.allowed-origins=https://shop.example", "tillsync.socket.join-timeout=300ms");
    }

    @AfterAll
    static void stop() {
        server.close();
        http.close();
    }

    @AfterEach
    void nothingIsLeft() {
        until(() -> server.engine().entries() == 0 && server.connections().open() == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /socket.io/?EIO=4&transport=polling",
        "POST, /socket.io/?EIO=4&transport=polling&sid=x",
        "GET, /socket.io/?EIO=4&transport=websocket",
        "GET, /socket.io/",
        "DELETE, /socket.io/?EIO=4&transport=websocket",
        "GET, /socket.io/socket.io.js"
    })
    void refusesWhatIsNoWebSocket(String method, String target) throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(server.url() + target))
                        .method(method, BodyPublishers.ofString(""))
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body())
                .contains(
                        "\"code\":\"malformed-request\"",
                        "\"status\":400",
                        "\"type\":\"urn:tillsync:problem:malformed-request\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EIO=3&transport=websocket",
                "EIO=5&transport=websocket",
                "transport=websocket",
                "EIO=4",
                "EIO=4&transport=polling",
                "EIO=4&transport=websocket&sid=abc"
            })
    void refusesWebSocketsOfOtherProtocols(String query) throws IOException {
        assertThat(upgrade("/socket.io/?" + query)).startsWith("HTTP/1.1 400");
    }

    @Test
    void sendsAwayWhomItHasNoRoomFor() throws IOException {
        try (SocketServer small = new SocketServer("tillsync.socket.max-open=1")) {
            try (LightTill first = LightTill.open(small.port())) {
                assertThat(first.greeting()).startsWith("HTTP/1.1 101");
                until(() -> small.connections().open() == 1);
                assertThat(LightTill.statusOf(small.port(), "/socket.io/?EIO=4&transport=websocket"))
                        .startsWith("HTTP/1.1 503")
                        .contains("Retry-After: 1", "application/problem+json");
            }
            until(() -> small.connections().open() == 0);
            try (LightTill next = LightTill.open(small.port())) {
                assertThat(next.greeting()).startsWith("HTTP/1.1 101");
            }
        }
    }

    @Test
    void refusesOtherPathsBelow() throws IOException {
        assertThat(upgrade("/socket.io/elsewhere?EIO=4&transport=websocket")).startsWith("HTTP/1.1 400");
    }

    @Test
    void refusesPagesOfOtherOrigins() throws IOException {
        assertThat(upgrade("/socket.io/?EIO=4&transport=websocket", "Origin: https://evil.example"))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: https://shop.example", "Accept: */*"})
    void takesPagesOfAllowedOriginsAndTillsWithout(String header) throws IOException {
        try (LightTill till = LightTill.open(server.port(), header)) {
            assertThat(till.greeting()).startsWith("HTTP/1.1 101");
        }
    }

    @Test
    void doesNotCompress() throws IOException {
        try (LightTill till = LightTill.open(server.port(), "Sec-WebSocket-Extensions: permessage-deflate")) {
            assertThat(till.greeting()).startsWith("HTTP/1.1 101").doesNotContain("Sec-WebSocket-Extensions");
        }
    }

    @Test
    void closesWhoNeverJoins() throws IOException {
        try (LightTill till = LightTill.open(server.port())) {
            until(till::isOver);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2",
                "x",
                "4",
                "40/,{\"token\":\"till:7@store:a\"}",
                "42[\"sync:hello\",{}]",
                "451-[]",
                "bAAAA",
                "41",
                "5"
            })
    void closesWhoBreaksTheProtocol(String packet) throws IOException {
        try (LightTill till = LightTill.open(server.port())) {
            till.send(packet);
            until(till::isOver);
        }
        assertThat(server.sockets().rooms()).isEmpty();
    }

    @Test
    void closesWhoSendsMoreThanAMessageMayHave() throws IOException {
        try (LightTill till = LightTill.open(server.port())) {
            till.send("40{\"token\":\"" + "x".repeat(5000) + "\"}");
            until(till::isOver);
        }
    }

    @Test
    void countsWhatIsThere() throws IOException {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        server.bean(SocketMeters.class).bindTo(registry);
        try (LightTill till = LightTill.open(server.port())) {
            till.join("till:7@store:a");
            until(till::isConnected);

            assertThat(registry.get("tillsync.socket.connected").gauge().value())
                    .isOne();
            assertThat(registry.get("tillsync.socket.sessions").gauge().value()).isOne();
            assertThat(registry.get("tillsync.socket.engine.entries").gauge().value())
                    .isOne();
            assertThat(registry.get("tillsync.socket.deadlocked").gauge().value())
                    .isZero();
            assertThat(registry.get("tillsync.socket.overflows")
                            .functionCounter()
                            .count())
                    .isZero();
        }
    }

    private static String upgrade(String target, String... headers) throws IOException {
        return LightTill.statusOf(server.port(), target, headers);
    }
}
