package io.tillsync.sync.call;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Effect;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.Together;
import io.tillsync.sync.fixture.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code Idempotency-Key}: the rows I of the decision table. */
@SyncServer
class IdempotencyIT {

    @Autowired
    private World world;

    private Shop shop;
    private Api api;

    @BeforeAll
    void open() {
        shop = world.shop();
        api = shop.boss();
    }

    private Api keyed() {
        return api.key(world.name("key"));
    }

    private static void same(Answer first, Answer again) {
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.find("ETag")).isEqualTo(first.find("ETag"));
        assertThat(again.find("Location")).isEqualTo(first.find("Location"));
    }

    @Test
    void i1GivesTheFirstAnswerToEveryKindOfWriteAgain() {
        Map<String, @Nullable Object> body = fields("name", world.name("Tea"), "price", 1);
        Api create = keyed();
        Answer created = create.post("/products", body).is(201);
        String path = "/products/" + created.id();
        Api put = keyed();
        Api patch = keyed().ifMatch(2);
        Api delete = keyed();
        Api restore = keyed();
        List<Callable<Answer>> calls = List.of(
                () -> create.post("/products", body),
                () -> put.put(path, fields("syncVersion", 1, "name", "Black", "price", 2)),
                () -> patch.patch(path, fields("price", 3)),
                () -> delete.delete(path + "?syncVersion=3"),
                () -> restore.post(path + "/restore?syncVersion=4"));
        List<Answer> first = calls.stream().map(IdempotencyIT::call).toList();
        same(created, first.getFirst());
        assertThat(first).extracting(Answer::status).containsExactly(201, 200, 200, 204, 200);
        for (int i = 0; i < calls.size(); i++) {
            Callable<Answer> again = calls.get(i);
            same(first.get(i), Effect.of(api, "products", () -> call(again)).none());
        }
    }

    private static Answer call(Callable<Answer> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void i1DoesNotMindHowTheBodyIsWritten() {
        Api keyed = keyed();
        Answer first = keyed.post("/products", "{\"name\":\"Tea\",\"price\":1}").is(201);
        same(first, keyed.post("/products", "{ \"name\": \"Tea\",\n\"price\": 1 }"));
    }

    @Test
    void i1HasASecondCallWaitForTheFirst() {
        Map<String, @Nullable Object> body = fields("name", world.name("Tea"), "price", 1);
        Api keyed = keyed();
        List<Answer> answers = new ArrayList<>();
        Effect.of(api, "products", () -> {
                    answers.addAll(Together.times(8, () -> keyed.post("/products", body)));
                    return answers.getFirst();
                })
                .one()
                .is(201);
        answers.forEach(answer -> same(answers.getFirst(), answer));
    }

    @Test
    void i2RefusesAKeyThatWasUsedForAnotherRequest() {
        Map<String, @Nullable Object> body = fields("name", world.name("Tea"), "price", 1);
        Api keyed = keyed();
        String path = "/products/" + keyed.post("/products", body).is(201).id();
        body.put("price", 2);
        List<Callable<Answer>> others = List.of(
                () -> keyed.post("/products", body),
                () -> keyed.post("/categories", body),
                () -> keyed.put(path, fields("syncVersion", 1, "name", "Tea", "price", 1)),
                () -> keyed.ifMatch(1).patch(path, fields("price", 9)),
                () -> keyed.delete(path + "?syncVersion=1"));
        others.forEach(
                other -> Effect.of(api, "products", () -> call(other)).none().is(422));
        keyed.post("/products", body).is(422, "idempotency-mismatch");
        keyed.delete(path + "?syncVersion=1").is(422, "idempotency-mismatch");
    }

    @Test
    void i3JudgesARefusedRequestAnew() {
        String category = world.name("category");
        Map<String, @Nullable Object> body = fields("name", world.name("Tea"), "price", 1, "categoryId", category);
        Api keyed = keyed();
        Effect.of(api, "products", () -> keyed.post("/products", body)).none().is(422, "validation-failed");
        api.post("/categories", fields("id", category, "name", category)).is(201);
        Effect.of(api, "products", () -> keyed.post("/products", body)).one().is(201);

        String path = "/products/" + shop.product().id();
        Api other = keyed();
        other.patch(path, fields("syncVersion", 5, "price", 2)).is(409, "version-conflict");
        other.patch(path, fields("syncVersion", 1, "price", 2)).is(200);
    }

    @Test
    void theKeysOfTwoCallersDoNotMeet() {
        String key = world.name("key");
        Map<String, @Nullable Object> body = fields("name", "Ann");
        String one = shop.till().key(key).post("/customers", body).is(201).id();
        String two = shop.otherTill().key(key).post("/customers", body).is(201).id();
        String three = shop.cashier().key(key).post("/customers", body).is(201).id();
        assertThat(List.of(one, two, three)).doesNotHaveDuplicates();
        assertThat(shop.till().key(key).post("/customers", body).is(201).id()).isEqualTo(one);
    }

    @Test
    void worksForTheInstallationsOwn() {
        Api keyed = keyed();
        Map<String, @Nullable Object> body = fields("name", "Till 9");
        Answer made = keyed.post("/terminals", body).is(201);
        same(made, keyed.post("/terminals", body));
        keyed.post("/terminals", fields("name", "Till 10")).is(422, "idempotency-mismatch");
        String user = world.name("user");
        Map<String, @Nullable Object> secret =
                fields("username", user, "password", World.PASSWORD, "role", "cashier", "businessId", shop.business());
        Api other = keyed();
        same(other.post("/users", secret).is(201), other.post("/users", secret));
        secret.put("password", "another password");
        other.post("/users", secret).is(422, "idempotency-mismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with blank"})
    void refusesWhatIsNoKey(String key) {
        api.key(key).post("/products", fields("name", "Tea", "price", 1)).is(400, "invalid-parameter");
        api.key(key).delete("/products/never-was").is(400, "invalid-parameter");
    }

    @Test
    void refusesAVeryLongKey() {
        api.key("k".repeat(201))
                .post("/products", fields("name", "Tea", "price", 1))
                .is(400, "invalid-parameter")
                .blames("Idempotency-Key:invalid-value");
        api.key("k".repeat(200))
                .post("/products", fields("name", "Tea", "price", 1))
                .is(201);
    }
}
