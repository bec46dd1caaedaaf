package io.tillsync.audit.search;

import static io.tillsync.audit.search.Happenings.ALL;
import static io.tillsync.audit.search.Happenings.BUSINESS;
import static io.tillsync.audit.search.Happenings.ZOE;
import static io.tillsync.audit.search.Happenings.changed;
import static io.tillsync.audit.search.Happenings.created;
import static io.tillsync.audit.search.Happenings.ids;
import static io.tillsync.audit.search.Happenings.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.History;
import io.tillsync.audit.log.OnEveryStore;
import io.tillsync.audit.log.Origin;
import io.tillsync.audit.log.Store;
import io.tillsync.audit.log.TestMongo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an auditor can ask for. */
@OnEveryStore
class FilterIT {

    private final TestMongo mongo;
    private final Happenings happenings;
    private final Search search;

    FilterIT(Store store) {
        mongo = store.open();
        Commits commits = new Commits(mongo.database());
        commits.createIndexes();
        happenings = new Happenings(commits);
        search = new Search(
                new History(mongo.database()), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    private List<String> found(Filter filter) {
        return ids(search.page(ALL, filter, Optional.empty(), 50).entries());
    }

    @Test
    void findsByWhatWasDoneToWhichField() {
        happenings.aMorning();

        assertThat(found(Wanted.any().op(Change.Op.CREATED).filter()))
                .containsExactly("business:acme 3", "business:acme 1");
        assertThat(found(Wanted.any().type("products").filter())).containsExactly("business:acme 2", "business:acme 1");
        assertThat(found(Wanted.any().field("price").filter())).containsExactly("business:acme 2");
        assertThat(found(Wanted.any().events("logged-in", "logged-out").filter()))
                .containsExactly("access:acme 1");
    }

    @Test
    void allThatIsAskedOfAChangeIsAskedOfTheSameOne() {
        happenings.write(
                BUSINESS,
                0,
                ZOE,
                Origin.CONSOLE,
                created("products", "p-1", "Tea"),
                changed("brands", "b-1", "name", "A", "B"));

        assertThat(found(Wanted.any().op(Change.Op.UPDATED).type("products").filter()))
                .isEmpty();
        assertThat(found(Wanted.any()
                        .op(Change.Op.UPDATED)
                        .type("brands")
                        .field("name")
                        .filter()))
                .hasSize(1);
    }

    @Test
    void findsByWhoAndByWhichWay() {
        happenings.aMorning();

        assertThat(found(Wanted.any().actor("t-1").filter())).containsExactly("business:acme 3", "store:acme-1 1");
        assertThat(found(Wanted.any().actor("u-1").origin(Origin.IMPORT).filter()))
                .containsExactly("business:acme 1");
        assertThat(found(Wanted.any().actor("nobody").filter())).isEmpty();
    }

    @Test
    void aRangeOfTimeHasItsBeginningAndNotItsEnd() {
        happenings.aMorning();

        assertThat(found(Wanted.any().from(minute(2)).to(minute(4)).filter()))
                .containsExactly("store:acme-1 2", "business:acme 2", "store:acme-1 1");
        assertThat(found(Wanted.any().from(minute(4)).filter())).containsExactly("business:acme 3");
        assertThat(found(Wanted.any().to(minute(1)).filter())).containsExactly("business:acme 1");
        assertThat(found(Wanted.any().from(minute(9)).filter())).isEmpty();
        Search.Page first = search.page(ALL, Wanted.any().to(minute(3)).filter(), Optional.empty(), 2);
        assertThat(ids(first.entries())).containsExactly("business:acme 2", "store:acme-1 1");
        assertThat(ids(search.page(
                                ALL, Wanted.any().from(minute(1)).to(minute(3)).filter(), first.next(), 2)
                        .entries()))
                .containsExactly("access:acme 1");
    }

    @Test
    void findsTextsInNamesIdsAndNotesInAnyCase() {
        happenings.aMorning();

        assertThat(found(Wanted.any().text("breakage").filter())).containsExactly("store:acme-1 2");
        assertThat(found(Wanted.any().text("ESPRESSO").filter())).containsExactly("business:acme 1");
        assertThat(found(Wanted.any().text("ömer 100% (café)").filter())).containsExactly("business:acme 3");
        assertThat(found(Wanted.any().text("ZOË").filter())).hasSize(4);
        assertThat(found(Wanted.any().text("C-1").filter())).containsExactly("business:acme 3");
        assertThat(found(Wanted.any().text(".*").filter())).isEmpty();
    }
}
