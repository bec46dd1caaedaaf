package io.tillsync.sync.changes;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.tenancy.Homes;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.type.Level;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.LogWriters;
import io.tillsync.core.write.Outcome;
import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Copy;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Changes that are more than one page, and when a client is told that it has them already. */
@SyncServer
class ChangesPagingIT {

    @Autowired
    private World world;

    @Autowired
    private LogWriters writers;

    @Autowired
    private Homes homes;

    private Shop shop;
    private Api till;

    @BeforeEach
    void open() {
        shop = world.newShop();
        till = shop.till();
    }

    /** Makes settings by one commit. */
    private void together(int settings) {
        Edit[] edits = IntStream.range(0, settings)
                .mapToObj(i -> new Edit.Create("settings", world.name("setting"), Map.of("value", i)))
                .toArray(Edit[]::new);
        String id = world.name("operation");
        Outcome.Result made = writers.write(ChangeRequest.of(
                homes.of(Level.BUSINESS, Scope.business(shop.business())),
                Actor.system("test"),
                Origin.SYSTEM,
                new Operation(id, id),
                edits));
        assertThat(made.outcomes()).hasSize(settings).allMatch(Outcome.Applied.class::isInstance);
    }

    private List<Answer> pages(String token, int limit) {
        List<Answer> pages = new ArrayList<>();
        String next = token;
        do {
            pages.add(
                    till.get("/sync/changes?limit=" + limit + "&token=" + next).is(200));
            next = pages.getLast().json().path("syncToken").asString();
        } while (pages.getLast().json().path("hasMore").asBoolean());
        return pages;
    }

    private static List<Integer> sizes(List<Answer> pages) {
        return pages.stream()
                .map(page -> page.json().path("totalRecords").asInt())
                .toList();
    }

    @Test
    void endsAPageBetweenCommits() {
        String token = shop.token();
        together(2);
        together(2);
        shop.create("settings", "id", "single", "value", 1);
        together(3);

        assertThat(sizes(pages(token, 3))).containsExactly(2, 3, 3);
        assertThat(sizes(pages(token, 4))).containsExactly(4, 4);
        assertThat(sizes(pages(token, 8))).containsExactly(8);
    }

    @Test
    void givesACommitThatIsLargerThanTheLimitAsAWhole() {
        String token = shop.token();
        shop.create("settings", "id", "before", "value", 1);
        together(5);
        shop.create("settings", "id", "after", "value", 1);

        assertThat(sizes(pages(token, 1))).containsExactly(1, 5, 1);
        assertThat(sizes(pages(token, 3))).containsExactly(1, 5, 1);
    }

    @Test
    void countsAnEntityOnceHoweverOftenItChanged() {
        String id = shop.product().id();
        String token = shop.token();
        for (int version = 1; version <= 5; version++) {
            shop.boss().patch("/products/" + id, fields("syncVersion", version, "price", 10 + version));
        }

        assertThat(sizes(pages(token, 1))).containsExactly(1);
    }

    @Test
    void givesTotalsAndATagWithTheLastPageOnly() {
        String token = shop.token();
        shop.product();
        shop.product();

        List<Answer> pages = pages(token, 1);

        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst().data().at("/products/total").isMissingNode())
                .isTrue();
        assertThat(pages.getFirst().find("ETag")).isEmpty();
        assertThat(pages.getLast().data().at("/products/total").asInt()).isEqualTo(2);
        assertThat(pages.getLast().find("ETag")).isPresent();
    }

    @Test
    void givesWhatTheStoreRefersToFirst() {
        String token = shop.token();
        shop.create("store-settings", "id", "first", "value", 1);
        shop.product();
        shop.create("store-settings", "id", "last", "value", 1);

        List<Answer> pages = pages(token, 1);

        assertThat(pages.stream().flatMap(page -> page.data().propertyNames().stream()))
                .containsExactly("products", "store-settings", "store-settings");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void leadsToTheSameWhateverTheLimit(int limit) {
        Copy copy = new Copy().load(till, "", page -> {});
        for (int i = 0; i < 4; i++) {
            String id = shop.product().id();
            together(2);
            shop.create("store-prices", "productId", shop.product().id(), "price", 1);
            shop.boss().delete("/products/" + id + "?syncVersion=1").is(204);
        }

        assertThat(copy.follow(till, "limit=" + limit).entities())
                .isEqualTo(new Copy().load(till, "", page -> {}).entities());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10001", "1000000000", "many", ""})
    void refusesALimitThatIsNone(String limit) {
        String token = shop.token();
        for (String path : List.of("/sync", "/sync/changes", "/sync/products")) {
            till.get(path + "?limit=" + limit + "&token=" + token)
                    .is(400, "invalid-parameter")
                    .blames("limit:out-of-range");
        }
        till.get("/sync/changes?limit=10000&token=" + token).is(200);
    }

    @Test
    void saysThatAClientHasEverythingOnlyWhereItsTokenHas() {
        String old = shop.token();
        shop.product();
        Answer news = till.get("/sync/changes?token=" + old).is(200);
        String tag = news.header("ETag");
        String token = news.json().path("syncToken").asString();

        Answer known = till.with("If-None-Match", tag)
                .get("/sync/changes?token=" + token)
                .is(304);

        assertThat(known.bytes()).isEmpty();
        assertThat(known.header("ETag")).isEqualTo(tag);
        for (String path : List.of("/sync?", "/sync/products?", "/sync/changes?entities=units&")) {
            till.with("If-None-Match", "\"other\", W/" + tag)
                    .get(path + "token=" + token)
                    .is(304);
        }
        assertThat(till.with("If-None-Match", tag)
                        .get("/sync/changes?token=" + old)
                        .is(200)
                        .text())
                .isEqualTo(news.text());
        till.with("If-None-Match", "\"other\"")
                .get("/sync/changes?token=" + token)
                .is(200);
        till.get("/sync/changes?token=" + token).is(200);
    }

    @Test
    void theTagIsAnotherOneAfterACommitToEitherHistory() {
        Answer first = till.get("/sync/changes?token=" + shop.token()).is(200);
        shop.product();
        Answer second = till.with("If-None-Match", first.header("ETag"))
                .get("/sync/changes?token=" + first.json().path("syncToken").asString())
                .is(200);
        shop.create("store-settings", "id", "s", "value", 1);
        Answer third = till.with("If-None-Match", second.header("ETag"))
                .get("/sync/changes?token=" + second.json().path("syncToken").asString())
                .is(200);

        assertThat(List.of(first, second, third))
                .extracting(answer -> answer.header("ETag"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPageWithMoreToComeIsNeverKnown() {
        String token = shop.token();
        shop.product();
        shop.product();

        till.with("If-None-Match", "*")
                .get("/sync/changes?limit=1&token=" + token)
                .is(200);
        till.with("If-None-Match", "*")
                .get("/sync/changes?token=" + shop.token())
                .is(304);
        till.with("If-None-Match", "v1").get("/sync/changes?token=" + token).is(400, "malformed-request");
    }
}
