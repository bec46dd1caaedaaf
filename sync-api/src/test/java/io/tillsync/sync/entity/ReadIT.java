package io.tillsync.sync.entity;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.core.SettableClock;
import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import io.tillsync.sync.precondition.HttpDate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** GET of one entity: the rows G of the decision table, and by date. */
@SyncServer
class ReadIT {

    @Autowired
    private World world;

    @Autowired
    private SettableClock clock;

    private Shop shop;
    private Api api;

    @BeforeAll
    void open() {
        shop = world.shop();
        api = shop.boss();
    }

    @ParameterizedTest
    @EnumSource
    void g1FindsNothing(Subject subject) {
        api.get(subject.path() + "/never-was").is(404, "not-found");
        api.with("If-None-Match", "*").get(subject.path() + "/never-was").is(404, "not-found");
    }

    @ParameterizedTest
    @EnumSource
    void g2TellsOfTheTombstone(Subject subject) {
        String path = subject.path() + "/" + subject.create(shop).id();
        api.delete(path + "?syncVersion=1").is(204);
        Answer answer = api.get(path).is(410, "deleted");
        assertThat(answer.json().path("currentVersion").asLong()).isEqualTo(2);
        assertThat(answer.find("ETag")).isEmpty();
        api.with("If-None-Match", "\"v2\"").get(path).is(410, "deleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v1\"", "W/\"v1\"", "*", "\"v7\", \"v1\""})
    void g3SaysThatItIsTheSame(String tag) {
        for (Subject subject : Subject.values()) {
            String path = subject.path() + "/" + subject.create(shop).id();
            Answer answer = api.with("If-None-Match", tag).get(path).is(304);
            assertThat(answer.bytes()).isEmpty();
            assertThat(answer.header("ETag")).isEqualTo("\"v1\"");
            assertThat(answer.find("Last-Modified")).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"v2\"", "\"5\"", "\"\""})
    void g4GivesTheState(String tag) {
        for (Subject subject : Subject.values()) {
            Answer created = subject.create(shop);
            String path = subject.path() + "/" + created.id();
            Answer answer = (tag.isEmpty() ? api : api.with("If-None-Match", tag))
                    .get(path)
                    .is(200);
            assertThat(answer.header("ETag")).isEqualTo("\"v1\"");
            assertThat(HttpDate.parse(answer.header("Last-Modified"))).isPresent();
            assertThat(answer.data()).isEqualTo(created.data());
        }
    }

    @Test
    void g4HasAllThatTheSystemAdds() {
        Answer state = shop.product();
        for (String name : new String[] {"id", "syncVersion", "seq", "createdAt", "updatedAt", "lastSyncedAt"}) {
            assertThat(state.data().has(name)).as(name).isTrue();
        }
        assertThat(state.data().has("deletedAt")).isFalse();
        assertThat(state.data().has("createdAs")).isFalse();
        assertThat(state.data().path("updatedAt").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(state.data().path("lastSyncedAt")).isEqualTo(state.data().path("updatedAt"));
    }

    @Test
    void aDateIsGoodOnlyWhenItsSecondIsOver() {
        String path = "/products/" + shop.product().id();
        Instant made = Instant.parse(api.get(path).data().path("updatedAt").asString());
        Api since = api.with("If-Modified-Since", HttpDate.format(made));
        since.get(path).is(200); // it could still change within this second
        clock.advance(Duration.ofSeconds(1));
        since.get(path).is(304);
        api.with("If-Modified-Since", HttpDate.format(made.minusSeconds(1)))
                .get(path)
                .is(200);
        api.with("If-Modified-Since", "yesterday").get(path).is(200);
        since.with("If-None-Match", "\"v9\"").get(path).is(200); // which says it better
        api.patch(path, fields("syncVersion", 1, "price", 4)).is(200);
        since.get(path).is(200);
    }

    @Test
    void aMalformedTagIsTold() {
        String path = "/products/" + shop.product().id();
        for (String tag : new String[] {"v1", "\"v1", "'v1'", "W/v1"}) {
            api.with("If-None-Match", tag).get(path).is(400, "malformed-request");
            api.with("If-Match", tag).patch(path, fields("price", 2)).is(400, "malformed-request");
            api.with("If-None-Match", tag).get("/products/never-was").is(400, "malformed-request");
        }
        api.with("If-Match", "\"v1\", \"v2\"").patch(path, fields("price", 2)).is(400, "malformed-request");
    }

    @Test
    void aHeadIsAnAnswerWithoutItsBody() {
        String path = "/products/" + shop.product().id();
        Answer head = api.send("HEAD", path, "").is(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo("\"v1\"");
        api.send("HEAD", "/products", "").is(200);
        api.send("HEAD", "/sync/full", "").is(200);
    }
}
