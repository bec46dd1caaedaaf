package io.tillsync.console.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.read.Cursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * What a till has in its database: entities, and how far they are. Each method is one transaction of it. It complains of whatever the
 * server must never do to it.
 */
final class Copy {

    private final List<LogId> logs;
    private final Function<LogId, Long> heads;
    private final Map<String, Map<String, JsonNode>> entities = new TreeMap<>();
    private final Map<String, Long> highest = new HashMap<>();
    private final List<String> parts = new ArrayList<>();
    private final Map<LogId, Long> loadedUntil = new HashMap<>();
    private Optional<String> pageToken = Optional.empty();

    /**
     * An empty one.
     *
     * @param logs which it follows, the business's first
     * @param heads how far a log is: only to know which of its first pages can have been ahead of the token that came with them
     */
    Copy(List<LogId> logs, Function<LogId, Long> heads) {
        this.logs = logs;
        this.heads = heads;
    }

    /** Where to go on with the first load; empty at its beginning. */
    Optional<String> pageToken() {
        return pageToken;
    }

    /** Empty until the first load is over. */
    Optional<String> syncToken() {
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(",", parts));
    }

    Map<String, Map<String, JsonNode>> entities() {
        return entities;
    }

    /** The position in a log, which a real till cannot see. */
    long position(LogId log) {
        return parts.isEmpty() ? -1 : seq(log, parts.get(logs.indexOf(log)));
    }

    boolean hasReached(Map<LogId, Long> heads) {
        return logs.stream().allMatch(log -> position(log) >= heads.get(log));
    }

    /** The device was replaced. */
    void wipe() {
        entities.clear();
        highest.clear();
        parts.clear();
        loadedUntil.clear();
        pageToken = Optional.empty();
    }

    private static long seq(LogId log, String part) {
        return Cursor.parse(log, part)
                .orElseThrow(() -> new AssertionError("No token of " + log + ": " + part))
                .seq()
                .value();
    }

    /** A page of the first load. */
    void add(JsonNode page) {
        page.path("data").propertyStream().forEach(type -> type.getValue().forEach(state -> put(type.getKey(), state)));
        pageToken = Optional.of(page.path("nextPageToken").asString("")).filter(token -> !token.isEmpty());
        if (page.has("syncToken")) {
            logs.forEach(log -> loadedUntil.put(log, heads.apply(log)));
            moveTo(page.path("syncToken").asString());
        }
    }

    /** Whether all that it holds is at its token: entities of the first load can be ahead of it, until changes have caught up. */
    private boolean isExact() {
        return logs.stream().allMatch(log -> position(log) >= loadedUntil.get(log));
    }

    /** An answer of {@code /sync/changes}, asked for with the present token. */
    void apply(JsonNode answer) {
        boolean wasExact = isExact();
        answer.path("data").propertyStream().forEach(type -> applyType(type.getKey(), type.getValue(), wasExact));
        moveTo(answer.path("syncToken").asString());
        if (isExact()) {
            answer.path("data").propertyStream().forEach(type -> checkTotal(type.getKey(), type.getValue()));
        }
    }

    private void applyType(String type, JsonNode changes, boolean exactly) {
        for (JsonNode state : changes.path("created")) {
            assertThat(exactly && of(type).containsKey(id(state)))
                    .as("created again: %s %s", type, state)
                    .isFalse();
            put(type, state);
        }
        for (JsonNode state : changes.path("updated")) {
            assertThat(!exactly || version(state) > held(type, id(state)))
                    .as("updated, but no newer than what there is: %s %s", type, state)
                    .isTrue();
            put(type, state);
        }
        changes.path("deleted").forEach(id -> of(type).remove(id.asString()));
    }

    private void checkTotal(String type, JsonNode changes) {
        if (changes.has("total")) {
            assertThat(of(type))
                    .as("number of %s", type)
                    .hasSize(changes.path("total").asInt());
        }
    }

    /** A {@code sync:commit}; false, and nothing is done, where it does not follow what there is. */
    boolean follow(JsonNode commit) {
        LogId log = new LogId(commit.path("log").asString());
        assertThat(logs).as("a commit of a log of others: %s", commit).contains(log);
        int part = logs.indexOf(log);
        if (!parts.get(part).equals(commit.path("prevToken").asString())
                || commit.path("changes").isNull()) {
            return false;
        }
        boolean wasExact = isExact();
        commit.path("changes").forEach(change -> followChange(change, wasExact));
        List<String> moved = new ArrayList<>(parts);
        moved.set(part, commit.path("token").asString());
        moveTo(String.join(",", moved));
        assertThat(position(log)).isEqualTo(commit.path("seq").asLong());
        return true;
    }

    private void followChange(JsonNode change, boolean exactly) {
        String type = change.path("entityType").asString();
        String id = change.path("entityId").asString();
        JsonNode state = change.path("entity");
        boolean isHeld = of(type).containsKey(id);
        boolean fits =
                switch (change.path("changeType").asString()) {
                    case "created" -> !isHeld && version(state) > highest.getOrDefault(type + "/" + id, 0L);
                    case "updated" -> isHeld && version(state) == held(type, id) + 1;
                    default -> isHeld;
                };
        assertThat(fits || !exactly)
                .as("%s after version %s", change, held(type, id))
                .isTrue();
        if (change.path("changeType").asString().equals("deleted")) {
            of(type).remove(id);
        } else {
            put(type, state);
        }
    }

    /** What changed since a time, which begins before the token: entities may come again, but nothing is left out. */
    void applySince(JsonNode answer) {
        assertThat(answer.path("hasMore").asBoolean()).isFalse();
        for (Map.Entry<String, JsonNode> type : answer.path("data").properties()) {
            type.getValue().path("created").forEach(state -> put(type.getKey(), state));
            type.getValue().path("updated").forEach(state -> put(type.getKey(), state));
            type.getValue().path("deleted").forEach(id -> of(type.getKey()).remove(id.asString()));
        }
        moveTo(answer.path("syncToken").asString());
        if (isExact()) {
            answer.path("data").propertyStream().forEach(type -> checkTotal(type.getKey(), type.getValue()));
        }
    }

    /** A state is taken over a smaller version alone; and what was seen once is never older later. */
    private void put(String type, JsonNode state) {
        long version = version(state);
        String key = type + "/" + id(state);
        assertThat(version)
                .as("back in history: %s %s", type, state)
                .isGreaterThanOrEqualTo(of(type).containsKey(id(state)) ? 0 : highest.getOrDefault(key, 0L));
        if (version > held(type, id(state))) {
            of(type).put(id(state), state);
            highest.merge(key, version, Math::max);
        }
    }

    private void moveTo(String token) {
        List<String> next = List.of(token.split(",", -1));
        assertThat(next).hasSize(logs.size());
        for (int i = 0; i < parts.size(); i++) {
            assertThat(seq(logs.get(i), next.get(i)))
                    .as("position in %s", logs.get(i))
                    .isGreaterThanOrEqualTo(seq(logs.get(i), parts.get(i)));
        }
        parts.clear();
        parts.addAll(next);
    }

    private Map<String, JsonNode> of(String type) {
        return entities.computeIfAbsent(type, name -> new TreeMap<>());
    }

    private long held(String type, String id) {
        JsonNode state = of(type).get(id);
        return state == null ? 0 : version(state);
    }

    private static String id(JsonNode state) {
        return state.path("id").asString();
    }

    private static long version(JsonNode state) {
        return state.path("syncVersion").asLong();
    }
}
