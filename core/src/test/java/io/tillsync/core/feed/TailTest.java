package io.tillsync.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Chain;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Draft;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.audit.log.Seq;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TailTest {

    private final AtomicLong total = new AtomicLong();
    private final Tail tail = new Tail(total);

    private static List<Commit> commits(int count) {
        List<Commit> commits = new ArrayList<>();
        Head head = Head.empty(LogId.of("business", "acme"));
        for (int i = 0; i < count; i++) {
            Draft draft = new Draft(
                    Actor.system("test"),
                    Origin.SYSTEM,
                    new Operation("o" + i, ""),
                    Optional.of("happened"),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Map.of());
            Commit commit = Chain.link(head, head.seq().next(), draft, Instant.EPOCH);
            commits.add(commit);
            head = Head.at(commit);
        }
        return commits;
    }

    @Test
    void givesWhatLiesBetweenTwoPositionsOrNothing() {
        List<Commit> commits = commits(5);
        tail.add(commits.subList(1, 5));

        assertThat(tail.between(new Seq(1), new Seq(3))).contains(commits.subList(1, 3));
        assertThat(tail.between(new Seq(3), new Seq(3))).contains(List.of());
        assertThat(tail.between(new Seq(0), new Seq(3))).isEmpty();
        assertThat(tail.between(new Seq(3), new Seq(6))).isEmpty();
    }

    @Test
    void aPositionAheadIsNotHeld() {
        tail.add(commits(3));

        assertThat(tail.between(new Seq(9), new Seq(3))).isEmpty();
    }

    @Test
    void whatIsDroppedIsNoLongerGivenAndWeighsNothing() {
        tail.add(commits(3));
        long weight = tail.weight();

        assertThat(tail.dropOldest()).isTrue();
        assertThat(tail.between(Seq.START, new Seq(3))).isEmpty();
        assertThat(tail.between(new Seq(1), new Seq(3))).isPresent();
        assertThat(tail.weight()).isEqualTo(weight / 3 * 2).isEqualTo(total.get());
        tail.clear();
        assertThat(total).hasValue(0);
        assertThat(tail.dropOldest()).isFalse();
    }

    @RepeatedTest(20)
    void weighsNothingOnceItIsClearedThoughOthersDropItsCommits() throws InterruptedException {
        List<Commit> commits = commits(200);
        CountDownLatch started = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            started.countDown();
            for (int i = 0; i < 2_000; i++) {
                tail.dropOldest();
            }
        });
        other.start();
        started.await();
        for (int i = 0; i < 20; i++) {
            tail.add(commits);
            tail.clear();
        }
        other.join();

        assertThat(tail.weight()).isZero();
        assertThat(total).hasValue(0);
    }

    @RepeatedTest(10)
    void neverGivesAListWithAGapWhileOthersDrop() throws InterruptedException {
        List<Commit> commits = commits(300);
        tail.add(commits);
        Thread dropping = new Thread(() -> {
            while (tail.dropOldest()) {
                Thread.onSpinWait();
            }
        });
        dropping.start();
        boolean held = true;
        for (int from = 0; held || dropping.isAlive(); from = (from + 7) % 290) {
            int start = from;
            Optional<List<Commit>> given = tail.between(new Seq(start), new Seq(300));
            given.ifPresent(list -> assertThat(list).isEqualTo(commits.subList(start, 300)));
            held = given.isPresent();
        }
        dropping.join();
    }
}
