package io.tillsync.sync.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is asked of a Redis that dies, hangs and comes back. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class RedisIT {

    private static final byte[] CHANNEL = "news".getBytes(StandardCharsets.UTF_8);

    @AutoClose
    private final RealRedis server = RealRedis.open();

    @AutoClose
    private final LinkedRedis linked = LinkedRedis.to(server.url());

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void connect() {
        ((Logger) LoggerFactory.getLogger(RedisWatch.class)).setLevel(Level.INFO);
        linked.redis.subscribe("news", message -> heard.add(new String(message, StandardCharsets.UTF_8)));
        linked.begin().connected();
    }

    private Optional<String> ping() {
        return ping(linked);
    }

    private static Optional<String> ping(LinkedRedis link) {
        return link.redis.ask(
                "ping", connection -> Optional.ofNullable(connection.ping()).orElse(""));
    }

    private void say(String message) {
        linked.redis.ask(
                "publish", connection -> connection.publish(CHANNEL, message.getBytes(StandardCharsets.UTF_8)));
    }

    private static long count(CapturedOutput output, String text) {
        return output.getAll().lines().filter(line -> line.contains(text)).count();
    }

    @Test
    void answers(CapturedOutput output) {
        await().untilAsserted(() -> assertThat(ping()).contains("PONG"));
        say("hello");

        await().untilAsserted(() -> assertThat(heard).containsExactly("hello"));
        assertThat(count(output, "Redis answers, and is used")).isEqualTo(1);
    }

    @Test
    void isDoneWithoutWhileItIsGoneAndUsedAgainWhenItIsBack(CapturedOutput output) {
        server.kill();
        await().until(() -> !linked.redis.isConnected());
        assertThat(ping()).isEmpty();

        server.start();
        linked.connected();

        await().untilAsserted(() -> assertThat(ping()).contains("PONG"));
        await().untilAsserted(() -> {
            say("back");
            assertThat(heard).contains("back");
        });
        assertThat(count(output, "Redis does not answer")).isEqualTo(1);
        assertThat(count(output, "Redis answers again")).isEqualTo(1);
    }

    @Test
    void costsNoTimeOnceItIsKnownToHang() {
        try (LinkedRedis hasty =
                LinkedRedis.to(server.url(), Duration.ofMillis(200)).begin().connected()) {
            server.hang();
            long began = System.nanoTime();
            IntStream.range(0, 1_000).forEach(i -> assertThat(ping(hasty)).isEmpty());
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
            assertThat(hasty.meters.get("tillsync.redis.breaker.open").gauge().value())
                    .isEqualTo(1);

            server.goOn();
            await().untilAsserted(() -> assertThat(ping(hasty)).contains("PONG"));
        }
    }

    @Test
    void thatRefusesACommandIsAskedForOthers(CapturedOutput output) {
        for (int i = 0; i < 10; i++) {
            assertThat(linked.redis.ask("eval", connection -> connection.execute("NOSUCHCOMMAND")))
                    .isEmpty();
        }

        assertThat(linked.redis.isConnected()).isTrue();
        assertThat(count(output, "Redis refuses a command")).isEqualTo(1);
    }

    @Test
    void thatRefusesACommandAfterMuchWorkIsNotSlow() {
        Duration timeout = Duration.ofSeconds(1);
        try (LinkedRedis link = LinkedRedis.to(server.url(), timeout).begin().connected()) {
            Optional<Object> refused = link.redis.askAtLength("work", connection -> {
                long began = System.nanoTime();
                while (System.nanoTime() - began <= Breakers.slow(timeout).toNanos()) {
                    connection.ping();
                }
                return connection.execute("NOSUCHCOMMAND");
            });

            assertThat(refused).isEmpty();
            assertThat(link.redis.breaker().getMetrics().getNumberOfSlowCalls()).isZero();
        }
    }

    @Test
    void thatIsNotThereIsWaitedFor(CapturedOutput output) {
        server.kill();
        try (LinkedRedis early = LinkedRedis.to(server.url()).begin()) {
            await().until(() -> count(output, "Redis does not answer") > 0);
            assertThat(early.redis.isConnected()).isFalse();
            server.start();
            early.connected();
        }
    }

    @Test
    void thatNobodyNamedIsNotAskedForAnything() {
        try (LinkedRedis none = LinkedRedis.none().begin()) {
            assertThat(none.redis.isUsed()).isFalse();
            assertThat(none.redis.ask("ping", connection -> "")).isEmpty();
        }
    }
}
