package io.tillsync.sync.input;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Effect;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Bodies that are wrong, on calls that there are. */
@SyncServer
class BadInputIT {

    private static final int MEGABYTE = 1 << 20;

    @Autowired
    private World world;

    private Shop shop;
    private Api api;
    private String product = "";

    @BeforeAll
    void open() {
        shop = world.shop();
        api = shop.boss();
        product = "/products/" + shop.product().id();
    }

    static Stream<byte[]> unreadable() {
        Stream<String> texts = Stream.of(
                "",
                " ",
                "{",
                "{\"name\":\"Tea\",\"pri",
                "{\"name\":\"Tea\",\"price\":1",
                "{\"name\":\"Tea\",\"price\":1,}",
                "{\"name\":\"Tea\",\"price\":1} {}",
                "{\"name\":\"Tea\",\"price\":1}x",
                "{\"name\":\"Tea\",\"name\":\"Tea\",\"price\":1}",
                "{\"name\":\"Tea\",\"price\":NaN}",
                "{\"name\":\"Tea\",\"price\":-Infinity}",
                "{\"name\":\"Tea\",\"price\":01}",
                "{\"name\":\"Tea\",\"price\":1e}",
                "{\"name\":\"Tea\",\"price\":1e99999999999}",
                "{\"name\":\"Tea\",\"price\":" + "9".repeat(5000) + "}",
                "{\"name\":\"Tea\",\"price\":1e2000000}",
                "{\"name\":\"a\nb\",\"price\":1}",
                "{\"name\":\"\\ud800\",\"price\":1}",
                "{\"name\":\"a\\udc00b\",\"price\":1}",
                "{\"name\":\"\\ude00\\ud83d\",\"price\":1}",
                "{\"name\":\"\\x\",\"price\":1}",
                "{'name':'Tea','price':1}",
                "{name:\"Tea\",price:1}",
                "[]",
                "[{\"name\":\"Tea\",\"price\":1}]",
                "null",
                "true",
                "5",
                "\"Tea\"",
                "name=Tea&price=1",
                "{\"a\":".repeat(60) + "1" + "}".repeat(60),
                "[".repeat(100_000),
                "{\"a\":" + "[".repeat(100_000));
        return Stream.concat(
                texts.map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Stream.of(
                        "{\"name\":\"Käse\",\"price\":1}".getBytes(StandardCharsets.ISO_8859_1),
                        "{\"name\":\"Tea\",\"price\":1}".getBytes(StandardCharsets.UTF_16),
                        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'},
                        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC0, (byte) 0x80, '"', '}'},
                        new byte[1000]));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void refusesABodyThatIsNoObject(byte[] body) {
        for (String path : List.of("/products", "/stores", "/users", "/terminals", "/businesses")) {
            api.with("Content-Type", "application/json")
                    .send("POST", path, body)
                    .is(400, "malformed-request");
        }
        api.key(world.name("key"))
                .with("Content-Type", "application/json")
                .send("POST", "/stocks/adjustments", body)
                .is(400, "malformed-request");
        for (String method : List.of("PUT", "PATCH")) {
            for (String path : List.of(product, "/products/never-was")) {
                api.with("Content-Type", "application/json")
                        .send(method, path, body)
                        .is(400, "malformed-request");
            }
        }
        for (String path : List.of("/auth/login", "/sync/register")) {
            world.anonymous()
                    .with("Content-Type", "application/json")
                    .send("POST", path, body)
                    .is(400, "malformed-request");
        }
    }

    @Test
    void takesMergePatchesByPatchAlone() {
        Api patching = api.with("Content-Type", "application/merge-patch+json");
        String path = "/products/" + shop.product().id();
        Answer put =
                patching.ifMatch(1).put(path, fields("name", "Tea", "price", 1)).is(415, "unsupported-media-type");
        assertThat(put.header("Accept")).isEqualTo("application/json");
        patching.post("/products", fields("name", "Tea", "price", 1)).is(415, "unsupported-media-type");
        patching.ifMatch(1).patch(path, fields("price", 2)).is(200);
    }

    private static List<String> blamed(Answer answer) {
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString())
                .distinct()
                .toList();
    }

    @Test
    void tellsAllFaultsOfAllFieldsAtOnce() {
        Map<String, ?> wrong = fields(
                "name",
                5,
                "price",
                "x",
                "sku",
                "",
                "barcode",
                List.of(),
                "isActive",
                "yes",
                "cost",
                -1,
                "categoryId",
                "never-was",
                "brandId",
                "a/b",
                "reorderLevel",
                0.0001,
                "nothing",
                1,
                "Name",
                "Tea",
                "description",
                Map.of());

        Answer created = Effect.of(api, "products", () -> api.post("/products", wrong))
                .none()
                .is(422, "validation-failed");
        Answer put = api.ifMatch(1).put(product, wrong).is(422, "validation-failed");

        assertThat(blamed(created)).containsExactlyInAnyOrderElementsOf(wrong.keySet());
        assertThat(blamed(put)).containsExactlyInAnyOrderElementsOf(wrong.keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "-1e400",
                "1e-400",
                "-1",
                "0.001",
                "1e-3",
                "\"1\"",
                "true",
                "[1]",
                "{}",
                "null",
                "123456789012345678901234567890123456789"
            })
    void refusesAPriceThatIsNone(String price) {
        api.post("/products", "{\"name\":\"Tea\",\"price\":" + price + "}").is(422, "validation-failed");
        api.ifMatch(1).patch(product, "{\"price\":" + price + "}").is(422, "validation-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\u001fb", "a\\u007fb", "a\\u0085b", "a\\nb", "", " "})
    void refusesATextThatIsNone(String text) {
        api.post("/products", "{\"name\":\"" + text + "\",\"price\":1}").is(422, "validation-failed");
        api.post("/products", "{\"name\":\"Tea\",\"price\":1,\"" + text + "\":1}")
                .is(422, "validation-failed");
        api.ifMatch(1).patch(product, "{\"sku\":\"" + text + "\"}").is(422, "validation-failed");
        api.post("/customers", "{\"id\":\"" + text + "\",\"name\":\"Ann\"}").is(422, "validation-failed");
    }

    @Test
    void takesEveryCharacterThatIsOne() {
        String name = "\uD83D\uDE00 \u202E e\u0301 \uFFFD " + world.name("Tea");
        assertThat(shop.product("name", name).data().path("name").asString()).isEqualTo(name);
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        byte[] large = " ".repeat(50 * MEGABYTE).getBytes(StandardCharsets.US_ASCII);
        Api json = api.with("Content-Type", "application/json");
        json.send("POST", "/products", large).is(413, "too-large");
        json.send("PATCH", product, large).is(413, "too-large");
        world.anonymous()
                .with("Content-Type", "application/json")
                .send("POST", "/auth/login", large)
                .is(413, "too-large");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 700; i++) {
                gzip.write(large, 0, MEGABYTE);
            }
        }
        api.with("Content-Type", "text/csv")
                .with("Content-Encoding", "gzip")
                .send("POST", "/imports/products", bomb.toByteArray())
                .is(413, "too-large");
    }
}
