package io.tillsync.audit.log;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.ChainCheck.Checked;
import io.tillsync.audit.log.ChainCheck.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryStore
class ChainCheckIT {

    private static final LogId LOG = LogId.of("business", "acme");
    private static final Seq END = new Seq(5);

    private final TestMongo mongo;
    private final Head head;
    private final ChainCheck check;

    ChainCheckIT(Store store) {
        mongo = store.open();
        head = LogFixture.grow(new Commits(mongo.database()), LOG, "a", "b", "c", "d", "e");
        check = new ChainCheck(mongo.database(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    private Checked whole() {
        return check.check(LOG, Checked.NOTHING, END, Duration.ofSeconds(1));
    }

    @Test
    void followsTheChainToItsEnd() {
        Checked whole = whole();

        assertThat(whole.fault()).isEmpty();
        assertThat(whole.seq()).isEqualTo(END);
        assertThat(whole.hash()).isEqualTo(head.hash());
    }

    @Test
    void inPartsItFindsTheSame() {
        Checked checked = Checked.NOTHING;
        for (long seq = 1; seq <= END.value(); seq++) {
            checked = check.check(LOG, checked, END, Duration.ZERO);
            assertThat(checked.seq().value()).isEqualTo(seq);
        }

        assertThat(checked).isEqualTo(whole());
        assertThat(check.check(LOG, checked, END, Duration.ZERO)).isEqualTo(checked);
    }

    @Test
    void stopsAtAFaultAndSaysWhere() {
        mongo.database().getCollection("commits").updateOne(eq(id(3)), new Document("$set", new Document("note", "x")));

        assertThat(whole().fault()).contains(new Fault(Fault.Kind.ALTERED, new Seq(3)));
        assertThat(whole().seq()).isEqualTo(new Seq(2));
    }

    @Test
    void noticesThatTheEndWasDropped() {
        mongo.database().getCollection("commits").deleteOne(eq(id(5)));

        assertThat(whole().fault()).contains(new Fault(Fault.Kind.MISSING, END));
    }

    @Test
    void saysOfOneCommitWhetherItIsAsItWasWritten() {
        Commit commit = new Commits(mongo.database()).find(LOG, new Seq(3)).orElseThrow();
        assertThat(check.isIntact(commit)).isTrue();

        mongo.database().getCollection("commits").updateOne(eq(id(3)), new Document("$set", new Document("note", "x")));
        assertThat(check.isIntact(commit)).isFalse();
    }

    private static String id(int seq) {
        return Commit.id(LOG, new Seq(seq));
    }
}
