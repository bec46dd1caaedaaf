package io.tillsync.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.AppendResult.Appended;
import io.tillsync.audit.log.AppendResult.Taken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryStore
class CommitsIT {

    private static final LogId LOG = LogId.of("business", "acme");

    private final TestMongo mongo;
    private final Commits commits;

    CommitsIT(Store store) {
        mongo = store.open();
        commits = new Commits(mongo.database());
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void hasNoHeadBeforeTheFirstCommit() {
        assertThat(commits.head(LOG)).isEmpty();
        assertThat(commits.after(LOG, Seq.START, 10)).isEmpty();
        assertThat(commits.find(LOG, new Seq(1))).isEmpty();
    }

    @Test
    void givesBackWhatWasAppended() {
        List<Commit> batch = LogFixture.after(Head.empty(LOG), "a", "b", "c");

        assertThat(commits.append(batch)).isEqualTo(new Appended());

        assertThat(commits.after(LOG, Seq.START, 10)).isEqualTo(batch);
        assertThat(commits.head(LOG)).contains(batch.getLast());
        assertThat(commits.find(LOG, new Seq(2))).contains(batch.get(1));
        assertThat(batch).extracting(Commit::batch).containsOnly(new Seq(1));
    }

    @Test
    void orderIsThatOfPositionsAlsoWhereTheyGainADigit() {
        Head head = LogFixture.grow(
                commits, LOG, IntStream.range(0, 12).mapToObj(i -> "o" + i).toArray(String[]::new));

        assertThat(head.seq()).isEqualTo(new Seq(12));
        assertThat(commits.after(LOG, new Seq(8), 3))
                .extracting(commit -> commit.seq().value())
                .containsExactly(9L, 10L, 11L);
    }

    @Test
    void aPositionThatIsTakenIsRefusedAndKeepsItsCommit() {
        List<Commit> first = LogFixture.after(Head.empty(LOG), "first");
        List<Commit> second = LogFixture.after(Head.empty(LOG), "second", "third");
        commits.append(first);

        assertThat(commits.append(second)).isEqualTo(new Taken(0));

        assertThat(commits.after(LOG, Seq.START, 10)).isEqualTo(first);
    }

    @Test
    void saysHowManyOfABatchAreInTheLogWhereALaterPositionIsTaken() {
        List<Commit> batch = LogFixture.after(Head.empty(LOG), "a", "b", "c");
        List<Commit> other = LogFixture.after(Head.at(batch.getFirst()), "other");
        commits.append(other);

        assertThat(commits.append(batch)).isEqualTo(new Taken(1));

        assertThat(commits.after(LOG, Seq.START, 10)).containsExactly(batch.getFirst(), other.getFirst());
        assertThat(commits.verify(LOG)).isEmpty();
    }

    @Test
    void neverShowsACommitBehindOneThatIsNotYetThere() {
        List<Commit> batch = LogFixture.after(Head.empty(LOG), "a", "b");
        commits.append(batch.subList(1, 2));

        assertThat(commits.after(LOG, Seq.START, 10)).isEmpty();
    }

    @Test
    void aLogWhoseNameBeginsWithAnothersIsAnotherLog() {
        List<LogId> logs = List.of(
                LOG,
                LogId.of("business", "acme-2"),
                LogId.of("business", "acme0"),
                LogId.of("business", "acm"),
                LogId.of("business", "acme_"),
                LogId.of("store", "acme"));
        for (int i = 0; i < logs.size(); i++) {
            LogFixture.grow(
                    commits,
                    logs.get(i),
                    IntStream.rangeClosed(0, i).mapToObj(n -> "o" + n).toArray(String[]::new));
        }

        for (int i = 0; i < logs.size(); i++) {
            assertThat(commits.head(logs.get(i)).orElseThrow().seq()).isEqualTo(new Seq(i + 1));
            assertThat(commits.after(logs.get(i), Seq.START, 50)).hasSize(i + 1);
            assertThat(commits.verify(logs.get(i))).isEmpty();
        }
        commits.operations().forget(LOG);
        assertThat(commits.find(LOG, "o0")).isEmpty();
        assertThat(commits.find(logs.get(1), "o0")).isPresent();
        assertThat(commits.find(logs.get(2), "o0")).isPresent();
    }

    @Test
    void findsTheCommitOfAnOperation() {
        LogFixture.grow(commits, LOG, "a", "b/with:slash", "c");

        assertThat(commits.find(LOG, "b/with:slash").orElseThrow().seq()).isEqualTo(new Seq(2));
        assertThat(commits.find(LOG, "never")).isEmpty();
        assertThat(commits.find(LogId.of("business", "other"), "a")).isEmpty();
        assertThat(commits.madeBy(LOG, List.of("a", "never", "c"))).containsOnlyKeys("a", "c");
        assertThat(commits.madeBy(LOG, List.of())).isEmpty();
    }

    @Test
    void recordingAnOperationTwiceOrLateChangesNothing() {
        LogFixture.grow(commits, LOG, "a", "b");

        commits.operations().record(commits.after(LOG, Seq.START, 1));

        assertThat(commits.find(LOG, "a").orElseThrow().seq()).isEqualTo(new Seq(1));
        assertThat(mongo.database().getCollection("operations").countDocuments())
                .isEqualTo(2);
    }

    @Test
    void doesNotTakeAnotherCommitForThatOfAnOperationWhichARestoredBackupHasLost() {
        LogFixture.grow(commits, LOG, "a", "lost");
        mongo.database().getCollection("commits").deleteOne(new Document("_id", Commit.id(LOG, new Seq(2))));
        LogFixture.grow(commits, LOG, "other");

        assertThat(commits.find(LOG, "lost")).isEmpty();

        LogFixture.grow(commits, LOG, "lost");
        assertThat(commits.find(LOG, "lost").orElseThrow().seq()).isEqualTo(new Seq(3));
    }

    @Test
    void tellsLogsThatHaveGrownFromThoseThatWereReplaced() {
        LogId grown = LogId.of("store", "grown");
        LogId still = LogId.of("store", "still");
        LogId replaced = LogId.of("store", "replaced");
        LogId cut = LogId.of("store", "cut");
        LogId begun = LogId.of("store", "begun");
        LogId empty = LogId.of("store", "empty");
        Head grownSeen = LogFixture.grow(commits, grown, "a");
        LogFixture.grow(commits, grown, "b", "c");
        Head stillSeen = LogFixture.grow(commits, still, "a", "b");
        Head replacedSeen = LogFixture.grow(commits, replaced, "a", "b");
        mongo.database().getCollection("commits").deleteOne(new Document("_id", Commit.id(replaced, new Seq(2))));
        LogFixture.grow(commits, replaced, "x", "y");
        Head cutSeen = LogFixture.grow(commits, cut, "a");
        mongo.database().getCollection("commits").deleteOne(new Document("_id", Commit.id(cut, new Seq(1))));
        LogFixture.grow(commits, begun, "a");

        assertThat(commits.movements(
                        List.of(grownSeen, stillSeen, replacedSeen, cutSeen, Head.empty(begun), Head.empty(empty))))
                .isEqualTo(Map.of(
                        grown, Movement.GROWN,
                        replaced, Movement.REPLACED,
                        cut, Movement.REPLACED,
                        begun, Movement.GROWN));
        assertThat(commits.movements(List.of())).isEmpty();
    }

    @Test
    void findsTheLastCommitBeforeATime() {
        Instant noon = LogFixture.NOON;
        Head head = Head.empty(LOG);
        for (int seconds : new int[] {0, 1, 1, 1, 5}) {
            Commit commit =
                    Chain.link(head, head.seq().next(), LogFixture.draft("o" + head.seq()), noon.plusSeconds(seconds));
            commits.append(List.of(commit));
            head = Head.at(commit);
        }

        assertThat(commits.lastBefore(LOG, head.seq(), noon)).isEqualTo(Seq.START);
        assertThat(commits.lastBefore(LOG, head.seq(), noon.plusMillis(1))).isEqualTo(new Seq(1));
        assertThat(commits.lastBefore(LOG, head.seq(), noon.plusSeconds(1))).isEqualTo(new Seq(1));
        assertThat(commits.lastBefore(LOG, head.seq(), noon.plusSeconds(2))).isEqualTo(new Seq(4));
        assertThat(commits.lastBefore(LOG, head.seq(), noon.plusSeconds(60))).isEqualTo(new Seq(5));
        assertThat(commits.lastBefore(LOG, Seq.START, noon)).isEqualTo(Seq.START);
    }

    @Test
    void makesItsIndexes() {
        commits.createIndexes();
        commits.createIndexes();

        assertThat(mongo.database().getCollection("commits").listIndexes()).hasSize(5);
    }
}
