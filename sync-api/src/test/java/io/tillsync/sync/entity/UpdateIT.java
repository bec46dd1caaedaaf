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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** PUT and PATCH: the rows U of the decision table. */
@SyncServer
class UpdateIT {

    @Autowired
    private World world;

    private Shop shop;
    private Api api;

    @BeforeAll
    void open() {
        shop = world.shop();
        api = shop.boss();
    }

    static Stream<Arguments> methods() {
        return Stream.of(Subject.values())
                .flatMap(subject -> Stream.of("PUT", "PATCH").map(method -> Arguments.of(subject, method)));
    }

    static Stream<Arguments> methodsAndWays() {
        return methods()
                .flatMap(arguments -> Stream.of(Way.BODY, Way.IF_MATCH)
                        .map(way -> Arguments.of(arguments.get()[0], arguments.get()[1], way)));
    }

    /** An entity as it was created, and where it is. */
    private final class Entity {
        final Subject subject;
        final Map<String, @Nullable Object> content;
        final String path;

        Entity(Subject subject) {
            this.subject = subject;
            this.content = subject.fresh(shop);
            this.path = subject.path() + "/"
                    + api.post(subject.path(), content).is(201).id();
        }

        /** The fields that a method needs to change one of them. */
        Map<String, @Nullable Object> with(String method, String field, @Nullable Object value) {
            Map<String, @Nullable Object> body = method.equals("PUT") ? fields() : fields(field, value);
            if (method.equals("PUT")) {
                body.putAll(content);
                body.put(field, value);
            }
            return body;
        }

        Effect change(Way way, String method, long version, Map<String, @Nullable Object> body) {
            return change(way, method, version, "", body);
        }

        Effect change(Way way, String method, long version, String query, Map<String, @Nullable Object> body) {
            return Effect.of(api, subject.type(), () -> way.send(api, method, path + query, version, body));
        }

        /** Somebody else's change, in between. */
        Answer meanwhile(String field, Object value) {
            return api.patch(path, fields("syncVersion", api.get(path).version(), field, value))
                    .is(200);
        }

        void delete() {
            api.delete(path + "?syncVersion=" + api.get(path).version()).is(204);
        }
    }

    @ParameterizedTest
    @MethodSource("methodsAndWays")
    void u1FindsNothing(Subject subject, String method, Way way) {
        Effect.of(
                        api,
                        subject.type(),
                        () -> way.send(api, method, subject.path() + "/never-was", 1, subject.fresh(shop)))
                .none()
                .is(404, "not-found");
        api.send(method, subject.path() + "/never-was", fields("price", -1)).is(404, "not-found");
    }

    @ParameterizedTest
    @MethodSource("methodsAndWays")
    void u2TellsOfTheTombstone(Subject subject, String method, Way way) {
        Entity entity = new Entity(subject);
        entity.delete();
        for (long version : new long[] {1, 2, 3}) {
            Answer answer = entity.change(way, method, version, entity.with(method, "price", -5))
                    .none()
                    .is(410, "deleted");
            assertThat(answer.json().path("currentVersion").asLong()).isEqualTo(2);
        }
        api.send(method, entity.path, fields("price", 2)).is(410, "deleted");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void u3AsksForTheVersion(Subject subject, String method) {
        Entity entity = new Entity(subject);
        for (Object price : new Object[] {2, "wrong"}) {
            Effect.of(api, subject.type(), () -> api.send(method, entity.path, entity.with(method, "price", price)))
                    .none()
                    .is(428, "precondition-required");
        }
        api.with("If-Match", "*")
                .send(method, entity.path, entity.with(method, "price", 2))
                .is(428, "precondition-required");
    }

    @ParameterizedTest
    @MethodSource("methodsAndWays")
    void u4RefusesInvalidContentWhateverTheVersion(Subject subject, String method, Way way) {
        Entity entity = new Entity(subject);
        for (long version : new long[] {1, 9}) {
            entity.change(way, method, version, entity.with(method, "price", -1))
                    .none()
                    .is(422, "validation-failed")
                    .blames("price:out-of-range");
        }
    }

    @ParameterizedTest
    @MethodSource("methodsAndWays")
    void u5Updates(Subject subject, String method, Way way) {
        Entity entity = new Entity(subject);
        Answer answer = entity.change(way, method, 1, entity.with(method, "price", 2))
                .one()
                .is(200);
        assertThat(answer.header("ETag")).isEqualTo("\"v2\"");
        assertThat(answer.version()).isEqualTo(2);
        assertThat(answer.data().path("price").asInt()).isEqualTo(2);
        assertThat(api.get(entity.path).data()).isEqualTo(answer.data());
        JsonNode newest = api.get(entity.path + "/history").is(200).data().get(0);
        assertThat(newest.path("syncVersion").asLong()).isEqualTo(2);
        assertThat(newest.path("changeType").asString()).isEqualTo("updated");
        assertThat(newest.path("changed").toString()).isEqualTo("[\"price\"]");
        assertThat(newest.path("state")).isEqualTo(answer.data());
    }

    @ParameterizedTest
    @MethodSource("methodsAndWays")
    void u6LeavesWhatIsAsItIs(Subject subject, String method, Way way) {
        Entity entity = new Entity(subject);
        Answer answer = entity.change(way, method, 1, entity.with(method, "price", 1))
                .none()
                .is(200);
        assertThat(answer.header("ETag")).isEqualTo("\"v1\"");
        assertThat(answer.data()).isEqualTo(api.get(entity.path).data());
    }

    @ParameterizedTest
    @MethodSource("methodsAndWays")
    void u7RefusesAUniqueValueThatIsTaken(Subject subject, String method, Way way) {
        Entity holder = new Entity(subject);
        Entity entity = new Entity(subject);
        Object taken = holder.content.get(subject.unique());
        Answer answer = entity.change(way, method, 1, entity.with(method, subject.unique(), taken))
                .none()
                .is(409, "duplicate-value");
        assertThat(holder.path).endsWith("/" + answer.json().path("holderId").asString());
    }

    @ParameterizedTest
    @MethodSource("methodsAndWays")
    void u8RefusesAnotherVersionWithAllThatIsNeededToGoOn(Subject subject, String method, Way way) {
        Entity entity = new Entity(subject);
        entity.meanwhile("price", 3);
        JsonNode conflict = entity.change(way, method, 1, entity.with(method, "price", 2))
                .none()
                .is(way.conflict(), "version-conflict")
                .json();
        assertThat(conflict.path("entityType").asString()).isEqualTo(subject.type());
        assertThat(entity.path).endsWith(conflict.path("entityId").asString());
        assertThat(conflict.path("baseVersion").asLong()).isEqualTo(1);
        assertThat(conflict.path("currentVersion").asLong()).isEqualTo(2);
        assertThat(conflict.path("base").path("price").asInt()).isEqualTo(1);
        assertThat(conflict.path("client").path("price").asInt()).isEqualTo(2);
        assertThat(conflict.path("client").has("id")).isFalse();
        assertThat(conflict.path("server")).isEqualTo(api.get(entity.path).data());
        assertThat(conflict.path("mergeable").asBoolean(true)).isFalse();
        assertThat(conflict.path("fields").toString())
                .isEqualTo("[{\"name\":\"price\",\"base\":1,\"client\":2,\"server\":3,\"conflicting\":true}]");
    }

    @ParameterizedTest
    @MethodSource("methodsAndWays")
    void u8SaysThatDisjointChangesCanBeMerged(Subject subject, String method, Way way) {
        Entity entity = new Entity(subject);
        entity.meanwhile(subject.other(), subject.freshOther(shop));
        JsonNode conflict = entity.change(way, method, 1, entity.with(method, "price", 2))
                .none()
                .is(way.conflict(), "version-conflict")
                .json();
        assertThat(conflict.path("mergeable").asBoolean(false)).isTrue();
        assertThat(conflict.path("fields")).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("methodsAndWays")
    void u8RefusesAVersionAhead(Subject subject, String method, Way way) {
        Entity entity = new Entity(subject);
        JsonNode conflict = entity.change(way, method, 2, entity.with(method, "price", 2))
                .none()
                .is(way.conflict(), "version-conflict")
                .json();
        assertThat(conflict.has("base")).isFalse();
        assertThat(conflict.path("mergeable").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("methodsAndWays")
    void u9MergesDisjointChanges(Subject subject, String method, Way way) {
        Entity entity = new Entity(subject);
        Object theirs = subject.freshOther(shop);
        entity.meanwhile(subject.other(), theirs);
        Answer merged = entity.change(way, method, 1, "?onConflict=merge", entity.with(method, "price", 2))
                .one()
                .is(200);
        assertThat(merged.version()).isEqualTo(3);
        assertThat(merged.data().path("price").asInt()).isEqualTo(2);
        assertThat(merged.data().path(subject.other()).asString()).isEqualTo(theirs);
    }

    @ParameterizedTest
    @MethodSource("methodsAndWays")
    void u10RefusesToMergeAFieldThatBothHaveChanged(Subject subject, String method, Way way) {
        Entity entity = new Entity(subject);
        entity.meanwhile("price", 3);
        entity.change(way, method, 1, "?onConflict=merge", entity.with(method, "price", 2))
                .none()
                .is(way.conflict(), "version-conflict");
    }
}
