package io.tillsync.console.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.LogId;
import io.tillsync.console.convergence.Ledger.Acknowledged;
import io.tillsync.console.convergence.Ledger.Entity;
import io.tillsync.core.tenancy.Logs;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Holds against each other, when all is over: the logs, what the server answers, what tills hold, and what callers were promised. */
final class Agreement {

    private final Commits commits;
    private final Map<LogId, History> histories = new HashMap<>();

    Agreement(Commits commits) {
        this.commits = commits;
    }

    private History history(LogId log) {
        return histories.computeIfAbsent(log, id -> History.of(id, commits));
    }

    long commits() {
        return histories.values().stream().mapToLong(History::commits).sum();
    }

    /** What a store's tills should hold, by the server's lists; these agree with the logs. */
    Map<String, Map<String, JsonNode>> server(Reader reader, String business, String store) {
        Map<String, Map<String, JsonNode>> lists = reader.everythingOf(store);
        Map<String, Map<String, Long>> active =
                new TreeMap<>(history(Logs.business(business)).active());
        active.putAll(history(Logs.store(store)).active());
        assertThat(versions(lists)).isEqualTo(active);
        return lists;
    }

    private static Map<String, Map<String, Long>> versions(Map<String, Map<String, JsonNode>> states) {
        Map<String, Map<String, Long>> versions = new TreeMap<>();
        states.forEach((type, byId) ->
                byId.forEach((id, state) -> versions.computeIfAbsent(type, name -> new TreeMap<>())
                        .put(id, state.path("syncVersion").asLong())));
        return versions;
    }

    /** Entity by entity, field by field. */
    static void checkCopy(Till till, Map<String, Map<String, JsonNode>> server) {
        Map<String, Map<String, JsonNode>> held = new TreeMap<>(till.copy().entities());
        held.values().removeIf(Map::isEmpty);
        assertThat(held.keySet()).as(till.name()).isEqualTo(server.keySet());
        server.forEach((type, states) ->
                assertThat(held.get(type)).as(till.name() + "'s " + type).isEqualTo(states));
    }

    /** Nothing acknowledged is lost, or there twice, or other than it was answered. */
    void checkPromises(Ledger ledger, Function<Entity, Map<Long, JsonNode>> historyOf) {
        Map<Entity, Map<Long, JsonNode>> versions = new HashMap<>();
        for (Acknowledged write : ledger.writes()) {
            History history = history(write.entity().log());
            Optional<Commit> made = history.madeBy(write.operation());
            assertThat(made.isPresent() || !write.commits())
                    .as("a commit of %s", write)
                    .isTrue();
            made.ifPresent(commit -> assertThat(commit.changes())
                    .as("what %s was acknowledged", write)
                    .anyMatch(change ->
                            change.entityId().equals(write.entity().id()) && change.syncVersion() == write.version()));
            assertThat(history.has(write.entity(), write.version()))
                    .as("%s", write)
                    .isTrue();
            write.state()
                    .ifPresent(state -> assertThat(versions.computeIfAbsent(write.entity(), historyOf)
                                    .get(write.version()))
                            .as("what history says of %s", write)
                            .isEqualTo(state));
        }
    }

    /** Asked for again, a write that was made gives the answer that got lost. */
    void checkRepeats(Tally tally) {
        for (Tally.Repeated repeated : tally.repeated()) {
            String key = repeated.call().headers().get("Idempotency-Key");
            boolean made = histories.values().stream().anyMatch(history -> history.hasMadeByKey(key));
            if (made && repeated.first().isSuccess()) {
                assertThat(repeated.second().status())
                        .as("%s", repeated)
                        .isEqualTo(repeated.first().status());
                assertThat(repeated.second().body())
                        .as("%s", repeated)
                        .isEqualTo(repeated.first().body());
            }
        }
    }

    /** Each adjustment counts once. */
    void checkSums(Ledger ledger, Map<LogId, Map<String, JsonNode>> stocks) {
        ledger.refused().stream()
                .filter(late ->
                        history(late.stock().log()).madeBy(late.operation()).isPresent())
                .forEach(late -> ledger.added(late.stock(), late.delta()));
        ledger.sums()
                .forEach((stock, sum) -> assertThat(stocks.get(stock.log())
                                .get(stock.id())
                                .path("quantity")
                                .decimalValue())
                        .as("%s", stock)
                        .isEqualByComparingTo(sum));
        assertThat(ledger.sums().values()).isNotEmpty().anyMatch(sum -> sum.compareTo(BigDecimal.ZERO) != 0);
    }
}
