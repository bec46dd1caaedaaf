package io.tillsync.sync.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.core.SettableClock;
import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Following by {@code since}, for who keeps no token. */
@SyncServer
class ChangesByTimeIT {

    @Autowired
    private World world;

    @Autowired
    private SettableClock clock;

    private Shop shop;
    private Api till;

    @BeforeEach
    void open() {
        shop = world.newShop();
        till = shop.till();
        clock.advance(Duration.ofSeconds(10));
    }

    private Answer since(Object time) {
        return till.get("/sync/changes?since=" + Api.query(time.toString())).is(200);
    }

    private static List<String> ids(Answer answer) {
        return answer.json().findValuesAsString("id");
    }

    @Test
    void isInclusive() {
        String before = shop.product().id();
        clock.advance(Duration.ofMillis(500));
        Instant time = clock.instant();
        String at = shop.product().id();
        String too = shop.product().id();
        clock.advance(Duration.ofMillis(500));
        String after = shop.product().id();

        assertThat(ids(since(time))).containsExactly(at, too, after);
        assertThat(ids(since(time.plusMillis(1)))).containsExactly(after);
        assertThat(ids(since(time.minusMillis(1)))).containsExactly(at, too, after);
        assertThat(ids(since(time.minusMillis(500)))).containsExactly(before, at, too, after);
        assertThat(ids(since("2000-01-01T00:00:00Z"))).containsExactly(before, at, too, after);
    }

    @Test
    void takesBackTheTimestampThatItGave() {
        shop.create("store-settings", "id", "early", "value", 1);
        Instant early = clock.instant();
        clock.advance(Duration.ofSeconds(1));
        String late = shop.product().id();

        Answer answer = since("2000-01-01T00:00:00Z");
        String timestamp = answer.json().path("serverTimestamp").asString();

        assertThat(timestamp).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(Instant.parse(timestamp)).isEqualTo(early);
        String next = shop.product().id();
        assertThat(ids(since(timestamp))).containsExactlyInAnyOrder("early", late, next);
    }

    @Test
    void theTimestampIsOfTheLastCommitCoveredNotOfTheAnswer() {
        shop.product();
        shop.create("store-settings", "id", "s", "value", 1);
        Instant last = clock.instant();
        String token = shop.token();
        clock.advance(Duration.ofMinutes(5));

        Answer nothing = till.get("/sync/changes?token=" + token).is(200);

        assertThat(nothing.json().path("serverTimestamp").asString())
                .isEqualTo(last.toString().replace("Z", ".000Z").replaceAll("(\\.\\d{3})\\.000Z", "$1Z"));
    }

    @Test
    void leadsToATokenToFollowFrom() {
        shop.product();

        String token = since("2000-01-01T00:00:00Z").json().path("syncToken").asString();

        assertThat(token).isEqualTo(shop.token());
    }

    @Test
    void hasPagesToo() {
        Instant time = clock.instant();
        shop.product();
        shop.product();
        shop.product();

        Answer page = till.get("/sync/changes?limit=2&since=" + time).is(200);

        assertThat(ids(page)).hasSize(2);
        assertThat(page.json().path("hasMore").asBoolean()).isTrue();
        assertThat(ids(till.get("/sync/changes?token="
                                + page.json().path("syncToken").asString())
                        .is(200)))
                .hasSize(1);
    }

    @Test
    void hasNothingOfTheFuture() {
        shop.product();

        Answer answer = since(clock.instant().plus(Duration.ofDays(1)));

        assertThat(answer.json().path("hasChanges").asBoolean(true)).isFalse();
        assertThat(answer.json().path("syncToken").asString()).isEqualTo(shop.token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01T00:00:00+02:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z"})
    void takesAnyTimeThereIs(String time) {
        shop.product();
        shop.create("store-settings", "id", "s", "value", 1);

        since(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-01-16",
                "2026-01-16T10:30:00",
                "1768559400",
                "2026-13-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "%2B10000-01-01T00:00:00Z"
            })
    void refusesWhatIsNoTime(String time) {
        till.get("/sync/changes?since=" + time).is(400, "invalid-parameter").blames("since:wrong-type");
    }

    @Test
    void wantsEitherATokenOrATime() {
        String token = shop.token();
        for (String path : List.of("/sync", "/sync/changes", "/sync/products")) {
            till.get(path).is(400, "invalid-parameter");
            till.get(path + "?since=" + clock.instant() + "&token=" + token).is(400, "invalid-parameter");
        }
        till.get("/sync/changes?token=" + token + "&token=" + token).is(400, "invalid-parameter");
    }
}
