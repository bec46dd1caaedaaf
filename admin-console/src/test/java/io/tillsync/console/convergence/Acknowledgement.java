package io.tillsync.console.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Whoever shows the token of a write is never told, by any process, that it does not exist.
 *
 * @param historian who may look into histories
 */
record Acknowledgement(Caller caller, Caller historian, Subject subject) {

    /**
     * Asks for a write in one of several ways.
     *
     * @param least the version that it made, or found
     * @param way 0, 1 or 2; one alone, since each makes the process look
     */
    void check(int server, String id, long least, Answer write, int way) {
        String token = write.header("X-Sync-Token").orElseThrow();
        if (way == 0) {
            checkHistory(server, id, token, least);
        } else if (way == 1 && write.data().has("updatedAt")) {
            checkChanges(server, id, token, write);
        } else {
            checkState(server, id, token, least);
        }
    }

    private void checkState(int server, String id, String token, long least) {
        Answer now =
                caller.call(server, subject.of(shown(subject.path(id), token))).must(200, 410);
        JsonNode version =
                now.isSuccess() ? now.data().path("syncVersion") : now.body().path("currentVersion");
        assertThat(version.asLong())
                .as("after version %s was acknowledged: %s", least, now)
                .isGreaterThanOrEqualTo(least);
    }

    private void checkHistory(int server, String id, String token, long least) {
        Call call = shown(subject.path(id) + "/history?limit=1", token);
        Answer history = historian.call(server, subject.of(call)).must(200);
        assertThat(history.data().path(0).path("syncVersion").asLong())
                .as("after version %s was acknowledged: %s", least, history)
                .isGreaterThanOrEqualTo(least);
    }

    private void checkChanges(int server, String id, String token, Answer write) {
        String since = write.data().path("updatedAt").asString();
        Call call = shown("/sync/changes?entities=" + subject.type() + "&since=" + since, token);
        Answer changes = caller.call(server, ofSomeStore(call)).must(200);
        JsonNode ofType = changes.body().path("data").path(subject.type());
        boolean isThere = Stream.of("created", "updated", "deleted")
                .flatMap(kind -> ofType.path(kind).valueStream())
                .anyMatch(entry -> entry.asString(entry.path("id").asString("")).equals(id));
        assertThat(isThere || changes.body().path("hasMore").asBoolean())
                .as("%s was acknowledged, then %s", write, changes)
                .isTrue();
    }

    /** Tills have a store already; for what lives at the business, any of its stores will do. */
    private Call ofSomeStore(Call call) {
        if (caller.actor().startsWith("terminal:")) {
            return call;
        }
        String store = subject.store().isEmpty() ? Tenants.storeOf(subject.log()) : subject.store();
        return call.with("X-Store-Id", store);
    }

    private static Call shown(String path, String token) {
        return Call.get(path).with("X-Sync-Token", token);
    }
}
