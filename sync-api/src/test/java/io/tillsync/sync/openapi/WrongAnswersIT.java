package io.tillsync.sync.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Takes right answers, spoils them in one way each, and sees that it is noticed. */
@SyncServer
class WrongAnswersIT {

    @Autowired
    World world;

    @Autowired
    EveryAnswerIsChecked answers;

    private Exchange product;
    private Exchange missing;
    private Exchange deleted;
    private Exchange conflict;
    private Exchange changes;

    @BeforeAll
    void askForRightAnswers() {
        Api api = world.shop().boss();
        String id = world.shop().product("price", 2).id();
        product = exchange("GET", "/products/" + id, api.get("/products/" + id));
        missing = exchange("GET", "/products/none", api.get("/products/none"));
        Answer stale = api.patch("/products/" + id, Api.fields("syncVersion", 7, "price", 3));
        conflict = exchange("PATCH", "/products/" + id, stale.is(409));
        changes = exchange(
                "GET",
                "/sync/changes?since=2000-01-01T00:00:00Z",
                api.get("/sync/changes?since=2000-01-01T00:00:00Z").is(200));
        String gone = world.shop().product().id();
        deleted = exchange("DELETE", "/products/" + gone, api.ifMatch(1).delete("/products/" + gone));
    }

    private static Exchange exchange(String method, String path, Answer answer) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost/api/v1" + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return Exchange.of(request, answer.status(), answer.headers(), answer.bytes());
    }

    @Test
    void rightAnswersAreRight() {
        assertThat(answers.check().faults(product)).isEmpty();
        assertThat(answers.check().faults(missing)).isEmpty();
        assertThat(answers.check().faults(deleted)).isEmpty();
        assertThat(answers.check().faults(conflict)).isEmpty();
        assertThat(answers.check().faults(changes)).isEmpty();
    }

    static Stream<Named<UnaryOperator<Exchange>>> spoilt() {
        return Stream.of(
                wrong("a field too many", "\"name\":", "\"colour\":\"white\",\"name\":"),
                wrong("a field too few", "\"syncVersion\":1,", ""),
                wrong("a text for a number", "\"price\":2", "\"price\":\"2\""),
                wrong("an amount below zero", "\"price\":2", "\"price\":-2"),
                wrong("null", "\"price\":2", "\"price\":2,\"sku\":null"),
                wrong("no time", "\"createdAt\":\"2", "\"createdAt\":\"x"),
                wrong("something beside data", "{\"data\":", "{\"more\":1,\"data\":"),
                Named.of("a status that cannot be", answer -> answer.withStatus(202)),
                Named.of("another media type", answer -> answer.withHeader("Content-Type", "text/plain")),
                Named.of("no body", answer -> answer.withBody("")),
                Named.of("no ETag", answer -> answer.withHeader("ETag", "")),
                Named.of("no X-Server-Time", answer -> answer.withHeader("X-Server-Time", "")),
                Named.of("no X-Sync-Token", answer -> answer.withHeader("X-Sync-Token", "")));
    }

    private static Named<UnaryOperator<Exchange>> wrong(String name, String right, String wrong) {
        return Named.of(name, answer -> {
            assertThat(answer.body()).contains(right);
            return answer.withBody(answer.body().replaceFirst(java.util.regex.Pattern.quote(right), wrong));
        });
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void seesWhatIsWrongWithAState(UnaryOperator<Exchange> spoil) {
        assertThat(answers.check().faults(spoil.apply(product))).isNotEmpty();
    }

    @Test
    void seesWhatIsWrongWithARefusal() {
        assertThat(answers.check().faults(missing.withBody(missing.body().replace("not-found", "not-here"))))
                .isNotEmpty();
        assertThat(answers.check().faults(missing.withBody(missing.body().replace("\"title\"", "\"titel\""))))
                .isNotEmpty();
        assertThat(answers.check().faults(missing.withBody(missing.body().replace(":404", ":400"))))
                .isNotEmpty();
        assertThat(answers.check().faults(missing.withHeader("Content-Type", "application/json")))
                .isNotEmpty();
        assertThat(answers.check().faults(conflict.withBody(conflict.body().replace("\"mergeable\"", "\"mergable\""))))
                .isNotEmpty();
        assertThat(answers.check().faults(conflict.withBody(conflict.body().replace("\"price\":2", "\"price\":true"))))
                .isNotEmpty();
    }

    @Test
    void seesWhatIsWrongWithOtherAnswers() {
        assertThat(answers.check().faults(deleted.withBody("{}"))).isNotEmpty();
        assertThat(answers.check().faults(changes.withBody(changes.body().replace("\"products\":", "\"prodcts\":"))))
                .isNotEmpty();
        assertThat(answers.check()
                        .faults(changes.withBody(changes.body().replace("\"hasMore\":false", "\"hasMore\":0"))))
                .isNotEmpty();
    }

    @Test
    void seesAnAnswerToACallThatThereIsNot() {
        Exchange unknown = exchange("GET", "/nothing", world.shop().boss().get("/nothing"));

        assertThat(answers.check().faults(unknown)).isEmpty();
        assertThat(answers.check().faults(unknown.withStatus(200))).isNotEmpty();
    }
}
