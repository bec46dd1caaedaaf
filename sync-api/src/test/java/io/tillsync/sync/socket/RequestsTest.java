package io.tillsync.sync.socket;

import static io.tillsync.sync.socket.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tillsync.core.trace.RequestIds;
import io.tillsync.sync.socket.SocketFixture.Till;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogRecord;
import java.util.logging.StreamHandler;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class RequestsTest {

    private final SocketFixture server = new SocketFixture();
    private final Till till = server.till("7", "store:a");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void answersHelloWithWhereTheClientStands() {
        assertThat(answerTo("421[\"sync:hello\",{\"token\":\"t7\"}]"))
                .isIn("431[{\"behind\":2,\"token\":\"t9\"}]", "431[{\"token\":\"t9\",\"behind\":2}]");
    }

    @Test
    void answersABadTokenWithItsCode() {
        assertThat(answerTo("421[\"sync:hello\",{\"token\":\"x\"}]"))
                .isEqualTo("431[{\"error\":{\"code\":\"invalid-sync-token\"}}]");
    }

    @Test
    void passesAcknowledgementsOnInOrder() {
        IntStream.range(0, 10).forEach(n -> till.connection().receive("42[\"sync:ack\",{\"token\":\"t" + n + "\"}]"));

        until(() -> server.tills.acknowledged.size() == 10);
        assertThat(server.tills.acknowledged)
                .isEqualTo(
                        IntStream.range(0, 10).mapToObj(n -> "terminal:7 t" + n).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "421[\"sync:hello\"]",
                "421[\"sync:hello\",null]",
                "421[\"sync:hello\",{}]",
                "421[\"sync:hello\",{\"token\":7}]",
                "421[\"sync:hello\",{\"token\":\" \"}]",
                "421[\"sync:hello\",[\"t7\"]]",
                "421[\"sync:ack\",\"t7\"]",
                "421[\"unknown\",{\"token\":\"t7\"}]",
                "421[7]"
            })
    void answersWhatItDoesNotUnderstand(String text) {
        assertThat(answerTo(text)).isEqualTo("431[{\"error\":{\"code\":\"malformed-request\"}}]");
    }

    @Test
    void answersForTheRequestThatHasOpenedTheSocket() {
        CompletableFuture<Optional<String>> seen = new CompletableFuture<>();
        server.tills.whileAnswering = () -> seen.complete(RequestIds.current());
        Map<String, Object> attributes = new HashMap<>();
        RequestIds.run(Optional.of("opened"), () -> new KeptRequestId().beforeHandshake(null, null, null, attributes));

        RequestIds.run(
                Optional.of((String) attributes.get(RequestIds.KEY)),
                () -> till.connection().receive("421[\"sync:hello\",{\"token\":\"t7\"}]"));

        assertThat(seen).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.of("opened"));
    }

    @Test
    void answersUnavailableWhereAnsweringFails() {
        server.tills.whileAnswering = () -> {
            throw new IllegalStateException("the test's database is down");
        };

        assertThat(answerTo("421[\"sync:hello\",{\"token\":\"t7\"}]"))
                .isEqualTo("431[{\"error\":{\"code\":\"unavailable\"}}]");
    }

    @Test
    void answersTheNextRequestAfterOneThatFailedAltogether() {
        server.tills.whileAnswering = () -> {
            throw new AssertionError("the test's fault");
        };
        answerTo("421[\"sync:hello\",{\"token\":\"t7\"}]");
        server.tills.whileAnswering = () -> {};

        till.connection().receive("422[\"sync:ack\",{\"token\":\"t7\"}]");

        until(() -> received("432").size() == 1);
    }

    @Test
    void holdsUpNeitherTheClientsBroadcastsNorItsEndWhileItAnswers() {
        CountDownLatch answering = new CountDownLatch(1);
        server.tills.whileAnswering = () -> awaitQuietly(answering);
        till.connection().receive("421[\"sync:hello\",{\"token\":\"t7\"}]");

        server.send("store:a", "{}");
        until(() -> received("42").size() == 1);
        server.sockets.disconnect("terminal:7");

        assertThat(server.engine.entries()).isZero();
        answering.countDown();
    }

    @Test
    void refusesMoreRequestsThanOneClientMayHaveWaiting() {
        CountDownLatch answering = new CountDownLatch(1);
        server.tills.whileAnswering = () -> awaitQuietly(answering);

        IntStream.range(0, 20)
                .forEach(n -> till.connection().receive("42" + n + "[\"sync:hello\",{\"token\":\"t7\"}]"));

        until(() -> received("43").size() == 20 - Backlog.LIMIT);
        assertThat(received("43")).allMatch(text -> text.contains("rate-limited"));
        answering.countDown();
        until(() -> received("43").size() == 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"42", "42{}", "42[", "42[]", "42[null]", "4299999999999[\"sync:ack\",{}]", "42[\"a\",{\"b\":nul}"
            })
    void closesAClientThatSendsNoPacketAtAllAndForgetsIt(String text) {
        till.connection().receive(text);

        // what the parser makes something of is ignored; the rest ends the connection
        assertThat(server.engine.entries())
                .isEqualTo(server.sockets.connected())
                .isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42[", "421[\"sync:hello\",{\"token\":]", "42[\"a\",{\"b\""})
    void writesALineWithoutAStackTraceOfWhatIsNoJson(String text) {
        List<LogRecord> ofTheLibrary = new ArrayList<>();
        StreamHandler handler = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord said) {
                ofTheLibrary.add(said);
            }
        };
        java.util.logging.Logger library = java.util.logging.Logger.getLogger("io.socket");
        Logger ours = (Logger) LoggerFactory.getLogger(Engine.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        library.addHandler(handler);
        ours.addAppender(lines);
        ours.setLevel(Level.DEBUG);
        try {
            till.connection().receive(text);
        } finally {
            library.removeHandler(handler);
            ours.detachAppender(lines);
            ours.setLevel(null);
        }

        assertThat(ofTheLibrary).isEmpty();
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.DEBUG);
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    @Test
    void surviesDeepNesting() {
        till.connection().receive("42[\"sync:hello\"," + "[".repeat(4000));

        assertThat(server.engine.entries()).isZero();
    }

    private String answerTo(String text) {
        till.connection().receive(text);
        until(() -> !received("43").isEmpty());
        return received("43").getFirst();
    }

    private List<String> received(String prefix) {
        return till.wire().received().stream()
                .filter(text -> text.startsWith(prefix))
                .toList();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
