package io.tillsync.sync.cache;

import static io.tillsync.core.write.TestProcess.BUSINESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.Timer;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.write.TestProcess;
import io.tillsync.sync.redis.LinkedRedis;
import io.tillsync.sync.redis.RealRedis;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that are not kept yet, and that many want at the same time. */
@Timeout(120)
class SharedReadsIT {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    @AutoClose
    private final RealRedis server = RealRedis.open();

    @AutoClose
    private final LinkedRedis link = LinkedRedis.to(server.url()).begin().connected();

    private final Answers answers = KeptAnswers.of(link, TestProcess.over(MONGO.fresh()).feeds);

    private double count(String result) {
        return link.meters.find("tillsync.cache.requests").tag("result", result).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static Question question(String words) {
        return new Question(BUSINESS, TestProcess.TYPES.get("products"), Question.Kind.FULL, List.of(words));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void thatManyWantAtOnceAreReadOnce() {
        AtomicInteger reads = new AtomicInteger();
        CountDownLatch goOn = new CountDownLatch(1);
        List<Thread> all = want("many", alone -> {
            reads.incrementAndGet();
            await(goOn);
            return Optional.of(bytes("false \n"));
        });
        Awaitility.await().until(() -> waiting(all) == all.size() - 1 && reads.get() == 1);
        goOn.countDown();
        Awaitility.await().until(() -> all.stream().noneMatch(Thread::isAlive));

        assertThat(reads).hasValue(1);
        assertThat(count("shared")).isEqualTo(all.size() - 1);
    }

    @Test
    void thatAreTooMuchToBeKeptAreWaitedForByNobody() {
        CountDownLatch knowsIt = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        List<Thread> all = want("large", alone -> {
            await(knowsIt);
            alone.run();
            done.incrementAndGet();
            await(goOn);
            return Optional.empty();
        });
        Awaitility.await().until(() -> waiting(all) == all.size() - 1);
        knowsIt.countDown();
        Awaitility.await().untilAsserted(() -> assertThat(done).hasValue(all.size()));
        goOn.countDown();
        Awaitility.await().until(() -> all.stream().noneMatch(Thread::isAlive));

        assertThat(count("shared")).isZero();
    }

    /** Many who want the same, all past looking for it in Redis. */
    private List<Thread> want(String words, Answers.Read read) {
        Question question = question(words);
        List<Thread> all = IntStream.range(0, 20)
                .mapToObj(i -> Thread.startVirtualThread(
                        () -> answers.find(question, content -> Extent.all("products"), read)))
                .toList();
        Timer asked = link.meters.timer("tillsync.redis.commands", "command", "get", "result", "answered");
        Awaitility.await().until(() -> asked.count() == all.size());
        return all;
    }

    private static long waiting(List<Thread> all) {
        return all.stream()
                .filter(thread -> thread.getState() == Thread.State.TIMED_WAITING)
                .count();
    }

    @Test
    void thatCouldNotBeReadAreNobodys() {
        Question question = question("fails");
        for (int i = 0; i < 2; i++) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> answers.find(question, content -> Extent.all("products"), alone -> {
                        throw new IllegalStateException("half way");
                    }));
        }
        assertThat(count("miss")).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
