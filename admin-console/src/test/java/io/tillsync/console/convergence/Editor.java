package io.tillsync.console.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.console.convergence.Ledger.Acknowledged;
import io.tillsync.console.convergence.Ledger.Entity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who makes, changes, deletes and restores entities, among others who do the same to the same, on what they last saw of them. */
final class Editor {

    private final String name;
    private final Seed seed;
    private final Caller caller;
    private final Acknowledgement acknowledgement;
    private final Subject subject;
    private final Ledger ledger;
    private final Map<String, Seen> seen = new HashMap<>();

    /** What the editor last heard of an entity. */
    private record Seen(long version, boolean active) {}

    Editor(String name, Seed seed, Caller caller, Caller historian, Subject subject, Ledger ledger) {
        this.name = name;
        this.seed = seed;
        this.caller = caller;
        this.acknowledgement = new Acknowledgement(caller, historian, subject);
        this.subject = subject;
        this.ledger = ledger;
    }

    /** Does one thing, which may take several calls. */
    void step(int number) {
        Random random = seed.of(name, number);
        String id = subject.id(random);
        int server = caller.network().servers.any(random);
        int dice = random.nextInt(100);
        if (random.nextInt(4) == 0 && seen.containsKey(id)) {
            look(server, id);
        }
        Seen known = seen.get(id);
        if (known == null || dice < 15) {
            create(server, id, number, random);
        } else if (!known.active()) {
            restore(server, id, known, number, random);
        } else if (dice < 70) {
            change("PATCH", server, id, known.version(), subject.part(random), number + "", random);
        } else if (dice < 80) {
            change("PUT", server, id, known.version(), subject.whole(random), number + "", random);
        } else {
            delete(server, id, known, number, random);
        }
    }

    private void look(int server, String id) {
        Answer answer =
                caller.call(server, subject.of(Call.get(subject.path(id)))).must(200, 404, 410);
        if (answer.status()
                != 404) { // A process that is a moment behind, and was not told that there is something, may not know
            // it yet.
            learn(id, answer);
        }
    }

    private void create(int server, String id, int number, Random random) {
        ObjectNode body = subject.whole(random).put("id", id);
        Answer answer = write(server, Call.json("POST", "/" + subject.type(), body), number + "", random);
        answer.must(200, 201, 409, 410, 422);
        settle(id, answer, 1, number + "", answer.status() == 201);
        if (answer.code().equals("already-exists")) {
            look(server, id);
        }
        check(server, id, answer, random);
    }

    private void change(String method, int server, String id, long base, ObjectNode body, String key, Random random) {
        boolean byHeader = random.nextInt(3) == 0;
        boolean merge = random.nextInt(3) == 0;
        String path = subject.path(id) + (merge ? "?onConflict=merge" : "");
        Call call = byHeader
                ? Call.json(method, path, body).with("If-Match", "\"v" + base + "\"")
                : Call.json(method, path, body.deepCopy().put("syncVersion", base));
        Answer answer = write(server, call, key, random);
        answer.must(200, 409, 410, byHeader ? 412 : 409, 422);
        settle(id, answer, base + 1, key, !merge && version(answer) == base + 1);
        if (answer.code().equals("version-conflict")) {
            checkConflict(answer, base, merge);
            resolve(method, server, id, answer, body, key, random);
        }
        check(server, id, answer, random);
    }

    private static void checkConflict(Answer answer, long base, boolean merge) {
        JsonNode conflict = answer.body();
        assertThat(conflict.path("baseVersion").asLong()).as("%s", answer).isEqualTo(base);
        assertThat(conflict.path("currentVersion").asLong()).as("%s", answer).isGreaterThan(base);
        assertThat(conflict.has("base") && conflict.has("client") && conflict.has("server"))
                .as("%s", answer)
                .isTrue();
        assertThat(merge && conflict.path("mergeable").asBoolean())
                .as("%s", answer)
                .isFalse();
    }

    /** Sees what the others did, and insists; once. */
    private void resolve(
            String method, int server, String id, Answer conflict, ObjectNode body, String key, Random random) {
        if (!key.endsWith("r") && random.nextBoolean()) {
            caller.tally().count("conflicts resolved");
            change(method, server, id, conflict.body().path("currentVersion").asLong(), body, key + "r", random);
        }
    }

    private void delete(int server, String id, Seen known, int number, Random random) {
        Call call = Call.delete(subject.path(id) + "?syncVersion=" + known.version());
        Answer answer = write(server, call, number + "", random).must(204, 409, 410);
        if (answer.status() == 204) {
            seen.put(id, new Seen(known.version() + 1, false));
            acknowledge(id, known.version() + 1, Optional.empty(), number + "", true);
        } else {
            settle(id, answer, 0, number + "", false);
        }
        check(server, id, answer, random);
    }

    private void restore(int server, String id, Seen known, int number, Random random) {
        Call call = Call.post(subject.path(id) + "/restore?syncVersion=" + known.version());
        Answer answer = write(server, call, number + "", random).must(200, 409, 422);
        settle(id, answer, known.version() + 1, number + "", version(answer) == known.version() + 1);
        check(server, id, answer, random);
    }

    private Answer write(int server, Call call, String key, Random random) {
        Call keyed = subject.of(call).with("Idempotency-Key", name + "." + key);
        Answer answer = caller.callOverBadNetwork(server, keyed, random);
        caller.tally().count(call.method() + " " + answer.status() + " " + answer.code());
        return answer;
    }

    /** Takes over what an answer says of the entity, and keeps what it has promised. */
    private void settle(String id, Answer answer, long next, String key, boolean commits) {
        learn(id, answer);
        if (answer.isSuccess()) {
            long version = version(answer);
            if (version > next && next > 1) {
                caller.tally().count("merges");
            }
            acknowledge(id, version, Optional.of(answer.data()), key, commits);
        }
    }

    private void acknowledge(String id, long version, Optional<JsonNode> state, String key, boolean commits) {
        ledger.acknowledged(new Acknowledged(
                new Entity(subject.log(), subject.type(), id),
                version,
                state,
                caller.actor() + "/" + name + "." + key,
                commits));
    }

    private static long version(Answer answer) {
        return answer.data().path("syncVersion").asLong();
    }

    private void learn(String id, Answer answer) {
        Seen before = seen.getOrDefault(id, new Seen(0, false));
        Seen now =
                switch (answer.code()) {
                    case "" -> new Seen(version(answer), true);
                    case "deleted" ->
                        new Seen(answer.body().path("currentVersion").asLong(), false);
                    case "version-conflict" ->
                        new Seen(
                                answer.body().path("currentVersion").asLong(),
                                !answer.body().path("server").has("deletedAt"));
                    default -> before;
                };
        if (now.version() > before.version()) {
            seen.put(id, now);
        }
    }

    /** Now and then, asks another process for what one has acknowledged. */
    private void check(int server, String id, Answer write, Random random) {
        boolean asks = random.nextInt(3) == 0;
        int way = random.nextInt(3);
        if (asks && write.isSuccess()) {
            caller.tally().count("own writes asked for");
            int other = caller.network().servers.other(server);
            acknowledgement.check(other, id, seen.get(id).version(), write, way);
        }
    }
}
