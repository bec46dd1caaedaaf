package io.tillsync.sync.cache;

import static io.tillsync.core.write.Edits.category;
import static io.tillsync.core.write.Edits.patchAny;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static io.tillsync.core.write.TestProcess.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.LogId;
import io.tillsync.core.SettableClock;
import io.tillsync.core.feed.FeedProperties;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.write.Backup;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.TestProcess;
import io.tillsync.core.write.WriteProperties;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ValidityTest {

    private static final Extent PRODUCTS = Extent.all("products");
    private static final Extent FROM_B_TO_D = new Extent("products", "a", Optional.of("d"));
    private static final Extent BEHIND_D = new Extent("products", "d", Optional.empty());

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private final MongoDatabase database = MONGO.fresh();
    private final TestProcess process = TestProcess.over(database);
    private final Validity validity = new Validity(process.feeds);

    private Cursor now(LogId log) {
        return Cursor.at(process.feeds.head(log));
    }

    private Cursor now() {
        return now(BUSINESS);
    }

    @Test
    void lastsWhileNothingHappens() {
        assertThat(validity.holds(now(), PRODUCTS)).isTrue();
        process.edit(product("a"));
        assertThat(validity.holds(now(), PRODUCTS)).isTrue();
    }

    @Test
    void endsWithAChangeOfWhatIsHeld() {
        Cursor empty = now();
        process.edit(product("c"));
        Cursor made = now();
        process.edit(patchAny("products", "c", "name", "Other"));

        assertThat(validity.holds(empty, PRODUCTS)).isFalse();
        assertThat(validity.holds(made, PRODUCTS)).isFalse();
        assertThat(validity.holds(made, FROM_B_TO_D)).isFalse();
    }

    @Test
    void outlastsChangesOfWhatIsNotHeld() {
        process.edit(product("a"));
        Cursor before = now();
        process.edit(category("c"));
        assertThat(validity.holds(before, PRODUCTS)).isTrue();

        process.write(product("e"), patchAny("products", "a", "name", "Other"));
        assertThat(validity.holds(before, FROM_B_TO_D)).isTrue();
        assertThat(validity.holds(before, BEHIND_D)).isFalse();
    }

    @Test
    void knowsTheEndsOfARange() {
        Cursor before = now();
        process.edit(product("a"));
        assertThat(validity.holds(before, FROM_B_TO_D)).isTrue();
        assertThat(validity.holds(before, new Extent("products", "", Optional.of("a"))))
                .isFalse();

        Cursor between = now();
        process.edit(product("d"));
        assertThat(validity.holds(between, BEHIND_D)).isTrue();
        assertThat(validity.holds(between, FROM_B_TO_D)).isFalse();
    }

    @Test
    void isOfOneLog() {
        process.edit(product("a"));
        Cursor ofStore = now(STORE);
        Cursor ofBusiness = now();
        process.edit(new Edit.Create("store-prices", "s", Map.of("productId", "a", "price", 2)));

        assertThat(validity.holds(ofBusiness, PRODUCTS)).isTrue();
        assertThat(validity.holds(ofStore, Extent.all("store-prices"))).isFalse();
    }

    @Test
    void isNotKnownWhereTheTailIsTooShort() {
        TestProcess forgetful = new TestProcess(
                database,
                new SettableClock(),
                WriteProperties.defaults(),
                new FeedProperties(DataSize.ofBytes(0), Duration.ofMillis(400), Duration.ofSeconds(1)));
        Cursor before = Cursor.at(forgetful.feeds.head(BUSINESS));
        forgetful.edit(category("c"));

        assertThat(new Validity(forgetful.feeds).holds(before, PRODUCTS)).isFalse();
        assertThat(new Validity(forgetful.feeds).holds(Cursor.at(forgetful.feeds.head(BUSINESS)), PRODUCTS))
                .isTrue();
    }

    @Test
    void isNotLookedForWithoutEnd() {
        Cursor before = now();
        process.write(IntStream.range(0, 6_000).mapToObj(i -> category("c" + i)).toArray(Edit[]::new));
        assertThat(validity.holds(before, PRODUCTS)).isFalse();
        assertThat(validity.holds(now(), PRODUCTS)).isTrue();
    }

    @Test
    void isNotRegainedByARestoredBackupThatGoesAnotherWay() {
        process.edit(product("a"));
        Cursor kept = now();
        process.edit(category("c1"));
        Cursor lost = now();
        process.edit(category("c2"));
        Cursor last = now();

        Backup.cut(database, BUSINESS, kept.seq().value());
        TestProcess.over(database).projections.rebuild(BUSINESS);
        process.feeds.followAll();

        assertThat(validity.holds(kept, PRODUCTS)).as("what the backup has").isTrue();
        assertThat(validity.holds(lost, PRODUCTS)).isFalse();
        for (int i = 0; i < 3; i++) {
            process.edit(category("d" + i));
            assertThat(validity.holds(kept, PRODUCTS)).isTrue();
            assertThat(validity.holds(lost, PRODUCTS)).isFalse();
            assertThat(validity.holds(last, PRODUCTS)).isFalse();
        }
    }
}
