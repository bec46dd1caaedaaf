package io.tillsync.sync.heads;

import static io.tillsync.core.write.Edits.category;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.write.TestProcess;
import io.tillsync.sync.redis.LinkedRedis;
import io.tillsync.sync.redis.RealRedis;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two processes that never look by themselves: what one has written the other knows only because it was told. */
@Timeout(60)
class HeadMessagesIT {

    private static RealRedis server;

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private final MongoDatabase database = MONGO.fresh();
    private final TestProcess one = TestProcess.over(database);
    private final TestProcess other = TestProcess.over(database);
    private LinkedRedis oneLink;
    private LinkedRedis otherLink;
    private HeadMessages otherMessages;

    @BeforeAll
    static void open() {
        server = RealRedis.open();
    }

    @AfterAll
    static void closeServer() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void connect() {
        oneLink = LinkedRedis.to(server.url());
        otherLink = LinkedRedis.to(server.url());
        new HeadMessages(one.feeds, oneLink.redis, oneLink.meters);
        otherMessages = new HeadMessages(other.feeds, otherLink.redis, otherLink.meters);
        oneLink.begin().connected();
        otherLink.begin().connected();
        one.feeds.head(BUSINESS);
        other.feeds.head(BUSINESS);
    }

    @AfterEach
    void close() {
        oneLink.close();
        otherLink.close();
    }

    private static Optional<Seq> known(TestProcess process) {
        return process.feeds.of(BUSINESS).known().map(Head::seq);
    }

    @Test
    void whatOneWritesTheOtherKnowsSoon() {
        for (int i = 1; i <= 20; i++) {
            one.edit(category("c" + i));
            Seq written = known(one).orElseThrow();
            await().until(() -> known(other).equals(Optional.of(written)));
        }
        assertThat(other.feeds.of(BUSINESS).tail(Seq.START, new Seq(20))).isPresent();
    }

    @Test
    void onlyWhoHasWrittenTells() {
        one.edit(category("c"));
        await().until(() -> known(other).equals(known(one)));

        await().untilAsserted(() -> assertThat(
                        oneLink.meters.get("tillsync.heads.published").counter().count())
                .isEqualTo(1));
        assertThat(otherLink.meters.get("tillsync.heads.published").counter().count())
                .isZero();
    }

    @Test
    void isToldAgainWhenRedisIsBack() {
        server.kill();
        await().until(() -> !oneLink.redis.isConnected() && !otherLink.redis.isConnected());
        one.edit(category("unheard"));
        server.start();
        oneLink.connected();
        otherLink.connected();

        var unheard = known(other);
        await().until(() -> {
            one.edit(category("c" + System.nanoTime()));
            return !known(other).equals(unheard);
        });
    }

    @Test
    void aHangingRedisHoldsNoWriterUp() {
        server.hang();
        try {
            long began = System.nanoTime();
            one.edit(category("c"));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LinkedRedis.PATIENT);
        } finally {
            server.goOn();
        }
    }

    @Test
    void nonsenseDoesNoHarm() {
        for (String message : new String[] {
            "",
            "nonsense",
            "business:acme",
            "business:acme x",
            "BUSINESS 1",
            "business:acme 999999999999",
            "store:unknown 7"
        }) {
            otherMessages.hear(message.getBytes(StandardCharsets.UTF_8));
        }
        one.edit(category("c"));
        await().until(() -> known(other).equals(known(one)));
    }
}
