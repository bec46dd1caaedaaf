package io.tillsync.audit.log;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryStore
class VerificationIT {

    private static final LogId LOG = LogId.of("business", "acme");

    private final TestMongo mongo;
    private final Commits commits;
    private final MongoCollection<Document> stored;
    private final Document unaltered;

    VerificationIT(Store store) {
        mongo = store.open();
        commits = new Commits(mongo.database());
        stored = mongo.database().getCollection("commits").withCodecRegistry(States.CODECS);
        LogFixture.grow(commits, LOG, "a", "b", "c", "d", "e");
        unaltered = stored.find(eq(id(3))).first();
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void findsNoFaultInALogAsItWasWritten() {
        assertThat(commits.verify(LOG)).isEmpty();
        assertThat(commits.verify(LogId.of("business", "empty"))).isEmpty();
    }

    @Test
    void whateverAStateHoldsHashesTheSameWhenItIsReadBack() {
        Document state = new Document("id", "p-9")
                .append("syncVersion", Long.MAX_VALUE)
                .append("money", new BigDecimal("999999999999.999999"))
                .append("zero", BigDecimal.ZERO)
                .append("trailing", new BigDecimal("1.500"))
                .append("negative", new BigDecimal("-0.000001"))
                .append("at", Instant.parse("2026-10-25T00:59:59.999Z"))
                .append("before 1970", Instant.ofEpochMilli(-1))
                .append("text", "Zoë e\u0301 ﬀ ß \ud83c\udf7a \u2028 \ufffd \u0000 end")
                .append("empty", "")
                .append("flag", true)
                .append("list", List.of("a", "b"))
                .append("nested", new Document("deep", new Document("deeper", List.of(new Document("n", 1L)))))
                .append("dots.and$dollars", new Document("$x", "y"));
        Head head = Head.at(commits.head(LOG).orElseThrow());
        Commit written = Chain.link(head, head.seq().next(), LogFixture.draft("all", state), Instant.now());

        commits.append(List.of(written));

        assertThat(commits.head(LOG)).contains(written);
        assertThat(commits.verify(LOG)).isEmpty();
    }

    @Test
    void noticesAnAlteredValueAnywhere() {
        assertAltered(commit -> commit.get("actor", Document.class).append("name", "Mallory"));
        assertAltered(commit -> after(commit).append("price", new BigDecimal("1.5")));
        assertAltered(commit -> change(commit).append("before", new Document("id", "p-2")));
        assertAltered(commit -> commit.remove("note"));
        assertAltered(commit -> commit.append("at", LogFixture.NOON.plusMillis(1)));
        assertAltered(commit -> commit.get("counts", Document.class).append("products", 2L));
        assertAltered(commit -> commit.append("batch", 1L));
        assertAltered(commit -> commit.append("log", "business:other"));
        assertAltered(commit -> commit.append("previous", Hash.NONE.value()));
        assertAltered(commit -> commit.append("hash", Hash.NONE.value()));
    }

    @Test
    void noticesWhatACommitHasNoPlaceFor() {
        assertAltered(commit -> commit.append("excuse", "added later"));
        assertAltered(commit -> commit.get("actor", Document.class).append("excuse", "added later"));
        assertAltered(commit -> change(commit).append("excuse", "added later"));
    }

    @Test
    void noticesWhatCanNoLongerBeReadAsACommit() {
        assertAltered(commit -> commit.append("origin", "nobody"));
        assertAltered(commit -> commit.append("seq", "three"));
        assertAltered(commit -> commit.append("seq", 3));
        assertAltered(commit -> commit.remove("hash"));
        assertAltered(commit -> commit.remove("changes"));
        assertAltered(commit -> after(commit).append("price", Decimal128.NaN));
    }

    private void assertAltered(Consumer<Document> alteration) {
        Document altered = stored.find(eq(id(3))).first();
        alteration.accept(altered);
        stored.deleteOne(eq(id(3)));
        stored.insertOne(altered);
        assertThat(commits.verify(LOG)).contains("commit 3 was altered after it was written");
        stored.deleteOne(eq(id(3)));
        stored.insertOne(unaltered);
        assertThat(commits.verify(LOG)).isEmpty();
    }

    private static Document change(Document commit) {
        return commit.getList("changes", Document.class).getFirst();
    }

    private static Document after(Document commit) {
        return change(commit).get("after", Document.class);
    }

    @Test
    void noticesADroppedCommit() {
        stored.deleteOne(eq(id(2)));

        assertThat(commits.verify(LOG))
                .hasValueSatisfying(words -> assertThat(words).startsWith("position 2 is missing"));
    }

    @Test
    void noticesThatTheBeginningWasDropped() {
        stored.deleteOne(eq(id(1)));

        assertThat(commits.verify(LOG))
                .hasValueSatisfying(words -> assertThat(words).startsWith("position 1 is missing"));
    }

    @Test
    void noticesACommitThatWasDroppedWhileTheRestMovedUp() {
        stored.deleteOne(eq(id(3)));
        move(4, 3);
        move(5, 4);

        assertThat(commits.verify(LOG))
                .hasValueSatisfying(words -> assertThat(words).startsWith("commit 3 was altered"));
    }

    @Test
    void noticesAForgedCommitEvenWithAHashOfItsOwn() {
        Head before = Head.at(commits.find(LOG, new Seq(2)).orElseThrow());
        stored.deleteOne(eq(id(3)));
        commits.append(LogFixture.after(before, "forged"));

        assertThat(commits.verify(LOG)).contains("commit 4 does not follow the commit before it");
    }

    @Test
    void noticesAnInsertedCommit() {
        move(5, 6);
        move(4, 5);
        commits.append(LogFixture.after(Head.at(commits.find(LOG, new Seq(3)).orElseThrow()), "inserted"));

        assertThat(commits.verify(LOG))
                .hasValueSatisfying(words -> assertThat(words).startsWith("commit 5 was altered"));
    }

    @Test
    void noticesWhatStandsBetweenTwoPositions() {
        stored.insertOne(new Document("_id", id(3) + "x").append("seq", 3L));

        assertThat(commits.verify(LOG))
                .hasValueSatisfying(words ->
                        assertThat(words).startsWith("position 4 is missing").contains("000000000003x"));
    }

    @Test
    void noticesACopyOfAnOlderCommitAtTheEnd() {
        Document older = stored.find(eq(id(2))).first();
        stored.insertOne(new Document(older).append("_id", id(6)));

        assertThat(commits.verify(LOG))
                .hasValueSatisfying(words -> assertThat(words).startsWith("commit 6 was altered"));
    }

    @Test
    void noticesTwoCommitsThatChangedPlaces() {
        move(2, 9);
        move(3, 2);
        move(9, 3);

        assertThat(commits.verify(LOG))
                .hasValueSatisfying(words -> assertThat(words).startsWith("commit 2 was altered"));
    }

    private void move(int from, int to) {
        Document commit = stored.find(eq(id(from))).first();
        stored.deleteOne(eq(id(from)));
        stored.insertOne(new Document(commit).append("_id", id(to)));
    }

    private static String id(int seq) {
        return Commit.id(LOG, new Seq(seq));
    }
}
