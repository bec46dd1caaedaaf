package io.tillsync.console.convergence;

import io.tillsync.audit.log.LogId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** Every write that a server has acknowledged, as its caller would swear to it. */
final class Ledger {

    private final List<Acknowledged> writes = new CopyOnWriteArrayList<>();
    private final Map<Entity, BigDecimal> added = new ConcurrentHashMap<>();
    private final List<Refused> refused = new CopyOnWriteArrayList<>();

    /** Names an entity among all. */
    record Entity(LogId log, String type, String id) {}

    /**
     * A write, and what its answer said.
     *
     * @param state empty after a deletion
     * @param operation what its commit, if it made one, has to name
     * @param commits whether the answer leaves no doubt that it made one
     */
    record Acknowledged(Entity entity, long version, Optional<JsonNode> state, String operation, boolean commits) {}

    /**
     * An adjustment whose last answer was a refusal. If it was asked for before, on a connection that broke off, that request can have been
     * judged later than the one that was answered: refusals are not remembered.
     */
    record Refused(Entity stock, BigDecimal delta, String operation) {}

    void refused(Refused adjustment) {
        refused.add(adjustment);
    }

    List<Refused> refused() {
        return refused;
    }

    void acknowledged(Acknowledged write) {
        writes.add(write);
    }

    void added(Entity stock, BigDecimal delta) {
        added.merge(stock, delta, BigDecimal::add);
    }

    List<Acknowledged> writes() {
        return writes;
    }

    /** What was added to each stock. */
    Map<Entity, BigDecimal> sums() {
        return added;
    }
}
