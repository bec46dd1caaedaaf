package io.tillsync.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final Head START = Head.empty(LogId.of("business", "acme"));

    @Test
    void timeIsInMillisecondsAndNeverGoesBack() {
        Instant now = Instant.parse("2026-03-01T12:00:00.123456789Z");
        Commit first = Chain.link(START, new Seq(1), LogFixture.draft("a"), now);
        Commit sameMillisecond = Chain.link(Head.at(first), new Seq(2), LogFixture.draft("b"), now.minusNanos(1000));
        Commit clockWentBack = Chain.link(Head.at(first), new Seq(2), LogFixture.draft("b"), now.minusSeconds(60));

        assertThat(first.at()).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
        assertThat(sameMillisecond.at()).isEqualTo(first.at());
        assertThat(clockWentBack.at()).isEqualTo(first.at());
    }

    @Test
    void aCommitNamesItsPredecessor() {
        Commit first = Chain.link(START, new Seq(1), LogFixture.draft("a"), LogFixture.NOON);
        Commit second = Chain.link(Head.at(first), new Seq(2), LogFixture.draft("b"), LogFixture.NOON);

        assertThat(first.previous()).isEqualTo(Hash.NONE);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(second.seq()).isEqualTo(new Seq(2));
    }

    @Test
    void theSameContentBehindAnotherHistoryHasAnotherHash() {
        Commit one = Chain.link(START, new Seq(1), LogFixture.draft("a"), LogFixture.NOON);
        Commit other = Chain.link(START, new Seq(1), LogFixture.draft("b"), LogFixture.NOON);

        assertThat(Chain.link(Head.at(one), new Seq(2), LogFixture.draft("c"), LogFixture.NOON)
                        .hash())
                .isNotEqualTo(Chain.link(Head.at(other), new Seq(2), LogFixture.draft("c"), LogFixture.NOON)
                        .hash());
    }
}
