package io.tillsync.audit.search;

import static io.tillsync.audit.search.Happenings.ACCESS;
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
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.OnEveryStore;
import io.tillsync.audit.log.Origin;
import io.tillsync.audit.log.Store;
import io.tillsync.audit.log.TestMongo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One list of several logs: its order, its pages, what is shown of it, and how long is searched. */
@OnEveryStore
class SearchIT {

    private static final LogId INSTALLATION = new LogId("installation");
    private static final Clock STOPPED = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final TestMongo mongo;
    private final Happenings happenings;
    private final Search search;
    private final Search impatient;

    SearchIT(Store store) {
        mongo = store.open();
        Commits commits = new Commits(mongo.database());
        commits.createIndexes();
        happenings = new Happenings(commits);
        search = new Search(new History(mongo.database()), STOPPED, Duration.ofSeconds(1));
        impatient = new Search(new History(mongo.database()), STOPPED, Duration.ZERO);
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    private List<String> found(Filter filter) {
        return ids(search.page(ALL, filter, Optional.empty(), 50).entries());
    }

    @Test
    void nothingIsFoundWhereNothingHasHappened() {
        Search.Page page = search.page(ALL, Filter.ALL, Optional.empty(), 10);

        assertThat(page.entries()).isEmpty();
        assertThat(page.next()).isEmpty();
        assertThat(search.page(List.of(), Filter.ALL, Optional.empty(), 10).entries())
                .isEmpty();
    }

    @Test
    void severalLogsAreOneListNewestFirst() {
        happenings.aMorning();

        assertThat(found(Filter.ALL))
                .containsExactly(
                        "business:acme 3",
                        "store:acme-1 2",
                        "business:acme 2",
                        "store:acme-1 1",
                        "access:acme 1",
                        "business:acme 1");
    }

    @Test
    void pagesOfAnySizeGiveTheSameList() {
        happenings.aMorning();
        List<String> all = found(Filter.ALL);

        for (int size = 1; size <= all.size(); size++) {
            List<String> paged = new ArrayList<>();
            Optional<Position> place = Optional.empty();
            do {
                Search.Page page = search.page(ALL, Filter.ALL, place, size);
                paged.addAll(ids(page.entries()));
                place = page.next().map(Position::encoded).flatMap(Position::parse);
            } while (place.isPresent());
            assertThat(paged).as("pages of %s", size).isEqualTo(all);
        }
    }

    @Test
    void whatComesInMeanwhileDoesNotMoveTheNextPage() {
        happenings.aMorning();
        Search.Page first = search.page(ALL, Filter.ALL, Optional.empty(), 2);
        happenings.happened(ACCESS, 5, ZOE, "logged-out");

        assertThat(ids(search.page(ALL, Filter.ALL, first.next(), 2).entries()))
                .containsExactly("business:acme 2", "store:acme-1 1");
    }

    @Test
    void whatBelongsToOthersIsNotSeen() {
        happenings.write(INSTALLATION, 0, ZOE, Origin.CONSOLE, of("users", "u-2", "acme"));
        happenings.write(INSTALLATION, 1, ZOE, Origin.CONSOLE, of("users", "u-3", "other"));
        happenings.write(INSTALLATION, 2, ZOE, Origin.CONSOLE, of("stores", "s-9", "acme"));
        happenings.write(INSTALLATION, 3, ZOE, Origin.CONSOLE, of("users", "u-4", "other"), of("users", "u-5", "acme"));
        happenings.write(INSTALLATION, 4, ZOE, Origin.CONSOLE, created("users", "u-6", "of nobody"));
        Source.Shown own = new Source.Shown("users", Map.of("businessId", Set.of("acme")), Set.of());
        Source.Shown nobodys = new Source.Shown("users", Map.of(), Set.of("businessId"));

        List<Entry> seen = search.page(
                        List.of(new Source(INSTALLATION, List.of(own))), Filter.ALL, Optional.empty(), 10)
                .entries();

        assertThat(ids(seen)).containsExactly("installation 4", "installation 1");
        assertThat(seen.getFirst().changes()).extracting(Change::entityId).containsExactly("u-5");
        assertThat(seen.getFirst().commit().touched()).hasSize(1);
        assertThat(ids(search.page(
                                List.of(new Source(INSTALLATION, List.of(own, nobodys))),
                                Wanted.any().op(Change.Op.CREATED).type("users").filter(),
                                Optional.empty(),
                                10)
                        .entries()))
                .containsExactly("installation 5", "installation 4", "installation 1");
    }

    private static Change of(String type, String id, String business) {
        Document state = new Document("id", id).append("businessId", business);
        return new Change(type, id, Change.Op.CREATED, 1, Optional.empty(), state, List.of("businessId"));
    }

    @Test
    void ofACommitOfManyOnlyTheirNamesAreGiven() {
        happenings.write(
                BUSINESS,
                0,
                ZOE,
                Origin.IMPORT,
                IntStream.range(0, 5)
                        .mapToObj(i -> created("products", "p-" + i, "P" + i))
                        .toArray(Change[]::new));
        happenings.write(BUSINESS, 1, ZOE, Origin.CONSOLE, changed("products", "p-1", "price", "1", "2"));

        List<Entry> entries = search.page(ALL, Filter.ALL, Optional.empty(), 10).entries();

        assertThat(entries.get(0).changes().getFirst().after().getString("price"))
                .isEqualTo("2");
        assertThat(entries.get(1).changes()).isEmpty();
        assertThat(entries.get(1).commit().size()).isEqualTo(5);
        assertThat(entries.get(1).commit().touched()).hasSize(4);
    }

    @Test
    void whenTheTimeIsOverTheRestIsFoundFromWhereItStopped() {
        happenings.happened(ACCESS, 0, ZOE, "logged-in");
        for (int i = 1; i <= 1200; i++) {
            happenings.happened(BUSINESS, i, ZOE, "opened");
        }
        Filter rare = Wanted.any().events("logged-in").filter();

        Search.Page first = impatient.page(ALL, rare, Optional.empty(), 10);

        assertThat(first.entries()).isEmpty();
        assertThat(first.searchedBackTo()).contains(minute(701));
        List<String> found = new ArrayList<>();
        Optional<Position> place = first.next();
        int pages = 1;
        for (; place.isPresent(); pages++) {
            Search.Page page = impatient.page(ALL, rare, place, 10);
            found.addAll(ids(page.entries()));
            place = page.next();
        }
        assertThat(found).containsExactly("access:acme 1");
        assertThat(pages).isEqualTo(3);
        assertThat(search.page(ALL, rare, Optional.empty(), 10).searchedBackTo())
                .isEmpty();
    }
}
