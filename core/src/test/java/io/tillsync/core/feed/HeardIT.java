package io.tillsync.core.feed;

import static io.tillsync.core.write.Edits.category;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static io.tillsync.core.write.TestProcess.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.write.TestProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What processes say of how far logs are. */
class HeardIT {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private final MongoDatabase database = MONGO.fresh();
    private final TestProcess here = TestProcess.over(database);
    private final TestProcess elsewhere = TestProcess.over(database);

    private Optional<Seq> known(LogId log) {
        return here.feeds.of(log).known().map(Head::seq);
    }

    @Test
    void whoHearsOfALaterHeadLooks() {
        here.feeds.head(BUSINESS);
        elsewhere.edit(category("a"));

        here.feeds.heard(Map.of(STORE, new Seq(5)));
        assertThat(known(BUSINESS)).contains(Seq.START);
        here.feeds.heard(Map.of(BUSINESS, new Seq(1), STORE, new Seq(5)));

        assertThat(known(BUSINESS)).contains(new Seq(1));
        assertThat(known(STORE)).as("not followed here").isEmpty();
    }

    @Test
    void whatIsNotTrueChangesNothing() {
        here.edit(category("a"));
        here.feeds.heard(Map.of(BUSINESS, new Seq(99)));
        assertThat(known(BUSINESS)).contains(new Seq(1));
    }

    @Test
    void onlyWhoHasAppendedIsToldThatItHas() {
        List<Head> appended = new ArrayList<>();
        FeedListener listener = new FeedListener() {
            @Override
            public void committed(List<Commit> commits) {}

            @Override
            public void appended(Head head) {
                appended.add(head);
            }
        };
        here.feeds.listen(listener);
        here.feeds.head(BUSINESS);

        elsewhere.edit(category("theirs"));
        here.feeds.followAll();
        assertThat(appended).isEmpty();
        here.edit(category("ours"));
        assertThat(appended).extracting(Head::seq).containsExactly(new Seq(2));
    }
}
