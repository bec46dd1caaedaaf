package io.tillsync.sync.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.read.SyncToken;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.write.Backup;
import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said of a token that is none, is another's, or that the log does not hold; by every call that takes one. */
@SyncServer
class TokensIT {

    @Autowired
    private World world;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Projections projections;

    private Shop shop;
    private Api till;
    private String token = "";
    private String business = "";
    private String store = "";

    @BeforeEach
    void open() {
        shop = world.newShop();
        shop.product();
        shop.create("store-settings", "id", "s", "value", 1);
        till = shop.till();
        token = shop.token();
        business = token.split(",", -1)[0];
        store = token.split(",", -1)[1];
    }

    private void answers(String given, int status, String code) {
        for (String call : List.of("/sync?", "/sync/changes?", "/sync/products?", "/sync/check?wait=0&")) {
            till.get(call + "token=" + given).is(status, code);
            till.with("If-None-Match", "*").get(call + "token=" + given).is(status, code);
        }
    }

    private void isInvalid(String given) {
        answers(given, 400, "invalid-sync-token");
        till.get("/sync/full?pageToken=" + (given.isEmpty() ? "," : given)).is(400, "invalid-sync-token");
    }

    private void isGone(String given) {
        answers(given, 410, "resync-required");
    }

    private LogId log() {
        return Logs.business(shop.business());
    }

    private LogId storeLog() {
        return Logs.store(shop.one());
    }

    /** A token that nobody was given. */
    private String forged(LogId log, long seq, long hash) {
        Cursor cursor = new Cursor(log, new Seq(seq), hash);
        return log.equals(log()) ? cursor.encoded() + "," + store : business + "," + cursor.encoded();
    }

    @Test
    void isTakenAsItWasGiven() {
        till.get("/sync/changes?token=" + token).is(200);
        till.get("/sync/changes?token=" + Api.query(token)).is(200);
        till.get("/sync/check?wait=0&token=" + token).is(200);
        shop.product();
        till.get("/sync/changes?token=" + token).is(200);
    }

    @Test
    void isNoneWhereItIsCut() {
        for (int length = 0; length < token.length(); length += 8) {
            isInvalid(token.substring(0, length));
        }
        isInvalid(token.substring(0, token.length() - 1));
        isInvalid(token.substring(1));
    }

    @Test
    void isNoneWhereItsPartsAreOthers() {
        isInvalid(business);
        isInvalid(store);
        isInvalid(store + "," + business);
        isInvalid(business + "," + business);
        isInvalid(business + ",");
        isInvalid("," + store);
        isInvalid(token + "," + store);
        isInvalid(token + ",");
        isInvalid(business + ",," + store);
        isInvalid(business + "," + store.substring(0, 31) + "~");
        isInvalid(business.replace(business.charAt(3), '*') + "," + store);
    }

    @Test
    void isNoneWhereItIsOfAnotherStoreOrBusiness() {
        String other = shop.admin()
                .in(shop.two())
                .get("/sync/full")
                .is(200)
                .json()
                .path("syncToken")
                .asString();
        isInvalid(other);
        isInvalid(business + "," + other.split(",", -1)[1]);
        String elsewhere = world.newShop().token();
        isInvalid(elsewhere);
        isInvalid(business + "," + elsewhere.split(",", -1)[1]);
        isInvalid(elsewhere.split(",", -1)[0] + "," + store);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                ",,",
                "garbage",
                "%00",
                "%0A",
                "%20",
                "%22",
                "%E2%82%AC",
                "%F0%9F%98%80",
                "null",
                "0",
                "-1",
                "{}",
                "'",
                "..%2F..",
                "%2Bx",
                "undefined"
            })
    void isNoneWhereItIsSomethingElse(String given) {
        String sendable = given.replace("{", "%7B").replace("}", "%7D");
        isInvalid(sendable);
        isInvalid(business + "," + sendable);
    }

    @Test
    void isNoneWhereItIsVeryLong() {
        isInvalid("x".repeat(10_000));
        isInvalid((token + ",").repeat(150));
    }

    @Test
    void cannotBeFollowedFromWhereTheLogHasNoSuchCommit() {
        for (LogId log : List.of(log(), storeLog())) {
            Cursor head = SyncToken.parse(List.of(log(), storeLog()), token).orElseThrow().parts().stream()
                    .filter(part -> part.log().equals(log))
                    .findFirst()
                    .orElseThrow();
            long seq = head.seq().value();
            isGone(forged(log, seq, head.hash() + 1));
            isGone(forged(log, seq + 1, head.hash()));
            isGone(forged(log, seq - 1, head.hash()));
            isGone(forged(log, 999_999_999_999L, head.hash()));
            isGone(forged(log, 0, head.hash()));
        }
    }

    @Test
    void isNoneWhereItsPositionIs() {
        byte[] bytes = Base64.getUrlDecoder().decode(business);
        bytes[8] = -1;
        isInvalid(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "," + store);
    }

    @Test
    void canBeginBeforeTheFirstCommit() {
        String start =
                Cursor.start(log()).encoded() + "," + Cursor.start(storeLog()).encoded();

        Answer answer = till.get("/sync/changes?token=" + start).is(200);

        assertThat(answer.json().path("syncToken").asString()).isEqualTo(token);
        assertThat(answer.data().propertyNames()).containsExactly("products", "store-settings");
    }

    @Test
    void cannotBeFollowedFromAfterAnOlderBackupWasRestored() {
        String early = token;
        for (int i = 0; i < 3; i++) {
            shop.product();
        }
        String late = shop.token();
        String page = till.get("/sync/full?limit=1")
                .is(200)
                .json()
                .path("nextPageToken")
                .asString();
        long held = Cursor.parse(log(), business).orElseThrow().seq().value();

        Backup.cut(database, log(), held);
        projections.rebuild(log());

        await().untilAsserted(() -> isGone(late));
        till.get("/sync/full?pageToken=" + page).is(410, "resync-required");
        till.get("/sync/changes?token=" + early).is(200);
        for (int i = 0; i < 5; i++) {
            shop.product();
        }
        isGone(late);
        till.get("/sync/full?pageToken=" + page).is(410, "resync-required");
        assertThat(till.get("/sync/changes?token=" + early).is(200).data().at("/products/created"))
                .hasSize(5);
    }

    @Test
    void isNoHindranceToAReadThatShowsItWhateverItIs() {
        String product = shop.product().id();
        for (String shown :
                List.of("garbage", token.substring(0, 40), world.newShop().token(), forged(log(), 99, 1))) {
            Api showing = till.with("X-Sync-Token", shown);
            showing.get("/products/" + product).is(200);
            showing.get("/products").is(200);
            showing.get("/sync/changes?token=" + token).is(200);
        }
    }
}
