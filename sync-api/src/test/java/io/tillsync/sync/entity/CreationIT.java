package io.tillsync.sync.entity;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Effect;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** POST: the rows C of the decision table. */
@SyncServer
class CreationIT {

    @Autowired
    private World world;

    private Shop shop;
    private Api api;

    @BeforeAll
    void open() {
        shop = world.shop();
        api = shop.boss();
    }

    private Effect post(Subject subject, Map<String, @Nullable Object> body) {
        return Effect.of(api, subject.type(), () -> api.post(subject.path(), body));
    }

    private Map<String, @Nullable Object> named(Subject subject) {
        Map<String, @Nullable Object> body = fields("id", world.name("chosen"));
        body.putAll(subject.fresh(shop));
        return body;
    }

    @ParameterizedTest
    @EnumSource
    void c1CreatesUnderTheIdThatWasChosen(Subject subject) {
        Map<String, @Nullable Object> body = named(subject);
        Answer answer = post(subject, body).one().is(201);
        assertThat(answer.header("ETag")).isEqualTo("\"v1\"");
        assertThat(answer.header("Location")).isEqualTo("/api/v1" + subject.path() + "/" + body.get("id"));
        assertThat(answer.id()).isEqualTo(body.get("id"));
        assertThat(answer.version()).isEqualTo(1);
        assertThat(api.get(subject.path() + "/" + body.get("id")).is(200).data())
                .isEqualTo(answer.data());
    }

    @ParameterizedTest
    @EnumSource
    void c1CreatesUnderANewIdWhereNoneWasGiven(Subject subject) {
        Answer answer = post(subject, subject.fresh(shop)).one().is(201);
        assertThat(answer.id()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(answer.header("Location")).endsWith("/" + answer.id());
    }

    @ParameterizedTest
    @EnumSource
    void c2GivesThePresentStateOfWhatWasCreatedWithTheSameContent(Subject subject) {
        Map<String, @Nullable Object> body = named(subject);
        post(subject, body).one().is(201);
        Answer changed = api.patch(subject.path() + "/" + body.get("id"), fields("syncVersion", 1, "price", 7))
                .is(200);
        Answer again = post(subject, body).none().is(200);
        assertThat(again.data()).isEqualTo(changed.data());
        assertThat(again.header("ETag")).isEqualTo("\"v2\"");
        assertThat(again.find("Location")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void c3RefusesOtherContentForAnIdInUse(Subject subject) {
        Map<String, @Nullable Object> body = named(subject);
        post(subject, body).one();
        body.put("price", 2);
        post(subject, body).none().is(409, "already-exists");
    }

    @ParameterizedTest
    @EnumSource
    void c4TellsThatWhatWasCreatedWithTheSameContentIsDeleted(Subject subject) {
        Map<String, @Nullable Object> body = named(subject);
        post(subject, body).one();
        api.delete(subject.path() + "/" + body.get("id") + "?syncVersion=1").is(204);
        Answer answer = post(subject, body).none().is(410, "deleted");
        assertThat(answer.json().path("currentVersion").asLong()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void c5RefusesOtherContentForTheIdOfATombstone(Subject subject) {
        Map<String, @Nullable Object> body = named(subject);
        post(subject, body).one();
        api.delete(subject.path() + "/" + body.get("id") + "?syncVersion=1").is(204);
        body.put("price", 2);
        post(subject, body).none().is(409, "already-exists");
    }

    @ParameterizedTest
    @EnumSource
    void c6RefusesInvalidContentWhateverIsThere(Subject subject) {
        Map<String, @Nullable Object> body = named(subject);
        Map<String, @Nullable Object> wrong = fields("price", "dear");
        wrong.put("id", body.get("id"));
        String required = subject == Subject.PRODUCTS ? "name:required" : "productId:required";
        post(subject, wrong).none().is(422, "validation-failed").blames("price:wrong-type", required);
        post(subject, body).one();
        post(subject, wrong).none().is(422, "validation-failed");
        api.delete(subject.path() + "/" + body.get("id") + "?syncVersion=1").is(204);
        post(subject, wrong).none().is(422, "validation-failed");
    }

    @ParameterizedTest
    @EnumSource
    void c7RefusesAUniqueValueThatIsTaken(Subject subject) {
        Map<String, @Nullable Object> held = named(subject);
        post(subject, held).one();
        Map<String, @Nullable Object> body = subject.fresh(shop);
        body.put(subject.unique(), held.get(subject.unique()));
        Answer answer = post(subject, body).none().is(409, "duplicate-value");
        assertThat(answer.json().path("field").asString()).isEqualTo(subject.unique());
        assertThat(answer.json().path("value").asString()).isEqualTo(held.get(subject.unique()));
        assertThat(answer.json().path("holderId").asString()).isEqualTo(held.get("id"));
    }
}
