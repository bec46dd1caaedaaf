package io.tillsync.audit.search;

import static io.tillsync.audit.search.Happenings.TILL;
import static io.tillsync.audit.search.Happenings.ZOE;
import static io.tillsync.audit.search.Happenings.changed;
import static io.tillsync.audit.search.Happenings.created;
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

@OnEveryStore
class SearchIT {

    private static final LogId BUSINESS = LogId.of("business", "acme");
    private static final LogId STORE = LogId.of("store", "acme-1");
    private static final LogId ACCESS = LogId.of("access", "acme");
    private static final LogId INSTALLATION = new LogId("installation");
    private static final List<Source> ALL = List.of(Source.whole(BUSINESS), Source.whole(STORE), Source.whole(ACCESS));
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

    private void aMorning() {
        happenings.write(BUSINESS, 0, ZOE, Origin.IMPORT, created("products", "p-1", "Espresso"));
        happenings.happened(ACCESS, 1, ZOE, "logged-in");
        happenings.write(BUSINESS, 2, ZOE, Origin.CONSOLE, changed("products", "p-1", "price", "1.50", "1.70"));
        happenings.write(STORE, 2, TILL, Origin.TILL, changed("stocks", "p-1", "quantity", "5", "4"));
        happenings.because(STORE, 3, "Breakage", changed("stocks", "p-1", "quantity", "4", "3"));
        happenings.write(BUSINESS, 4, TILL, Origin.TILL, created("customers", "c-1", "Ömer 100% (Café)"));
    }

    private List<String> found(Filter filter) {
        return ids(search.page(ALL, filter, Optional.empty(), 50).entries());
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.commit().log() + " " + entry.commit().seq())
                .toList();
    }

    /** Everything but what is set. */
    private static Filter with(
            Set<String> events, Optional<Change.Op> op, Optional<String> type, Optional<String> field) {
        return new Filter(
                events,
                op,
                type,
                field,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                List.of());
    }

    private static Filter by(String actor, Optional<Origin> origin) {
        return new Filter(
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(actor),
                origin,
                Optional.empty(),
                Optional.empty(),
                "",
                List.of());
    }

    private static Filter between(Optional<Instant> from, Optional<Instant> to) {
        return new Filter(
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                from,
                to,
                "",
                List.of());
    }

    private static Filter text(String text) {
        return new Filter(
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text,
                List.of("name", "sku"));
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
        aMorning();

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
        aMorning();
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
        aMorning();
        Search.Page first = search.page(ALL, Filter.ALL, Optional.empty(), 2);
        happenings.happened(ACCESS, 5, ZOE, "logged-out");

        assertThat(ids(search.page(ALL, Filter.ALL, first.next(), 2).entries()))
                .containsExactly("business:acme 2", "store:acme-1 1");
    }

    @Test
    void findsByWhatWasDoneToWhichField() {
        aMorning();

        assertThat(found(with(Set.of(), Optional.of(Change.Op.CREATED), Optional.empty(), Optional.empty())))
                .containsExactly("business:acme 3", "business:acme 1");
        assertThat(found(with(Set.of(), Optional.empty(), Optional.of("products"), Optional.empty())))
                .containsExactly("business:acme 2", "business:acme 1");
        assertThat(found(with(Set.of(), Optional.empty(), Optional.empty(), Optional.of("price"))))
                .containsExactly("business:acme 2");
        assertThat(found(with(Set.of("logged-in", "logged-out"), Optional.empty(), Optional.empty(), Optional.empty())))
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

        assertThat(found(with(Set.of(), Optional.of(Change.Op.UPDATED), Optional.of("products"), Optional.empty())))
                .isEmpty();
        assertThat(found(with(Set.of(), Optional.of(Change.Op.UPDATED), Optional.of("brands"), Optional.of("name"))))
                .hasSize(1);
    }

    @Test
    void findsByWhoAndByWhichWay() {
        aMorning();

        assertThat(found(by("t-1", Optional.empty()))).containsExactly("business:acme 3", "store:acme-1 1");
        assertThat(found(by("u-1", Optional.of(Origin.IMPORT)))).containsExactly("business:acme 1");
        assertThat(found(by("nobody", Optional.empty()))).isEmpty();
    }

    @Test
    void aRangeOfTimeHasItsBeginningAndNotItsEnd() {
        aMorning();

        assertThat(found(between(Optional.of(minute(2)), Optional.of(minute(4)))))
                .containsExactly("store:acme-1 2", "business:acme 2", "store:acme-1 1");
        assertThat(found(between(Optional.of(minute(4)), Optional.empty()))).containsExactly("business:acme 3");
        assertThat(found(between(Optional.empty(), Optional.of(minute(1))))).containsExactly("business:acme 1");
        assertThat(found(between(Optional.of(minute(9)), Optional.empty()))).isEmpty();
        Search.Page first = search.page(ALL, between(Optional.empty(), Optional.of(minute(3))), Optional.empty(), 2);
        assertThat(ids(first.entries())).containsExactly("business:acme 2", "store:acme-1 1");
        assertThat(ids(search.page(ALL, between(Optional.of(minute(1)), Optional.of(minute(3))), first.next(), 2)
                        .entries()))
                .containsExactly("access:acme 1");
    }

    @Test
    void findsTextsInNamesIdsAndNotesInAnyCase() {
        aMorning();

        assertThat(found(text("breakage"))).containsExactly("store:acme-1 2");
        assertThat(found(text("ESPRESSO"))).containsExactly("business:acme 1");
        assertThat(found(text("ömer 100% (café)"))).containsExactly("business:acme 3");
        assertThat(found(text("ZOË"))).hasSize(4);
        assertThat(found(text("C-1"))).containsExactly("business:acme 3");
        assertThat(found(text(".*"))).isEmpty();
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
                                with(Set.of(), Optional.of(Change.Op.CREATED), Optional.of("users"), Optional.empty()),
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
        Filter rare = with(Set.of("logged-in"), Optional.empty(), Optional.empty(), Optional.empty());

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
