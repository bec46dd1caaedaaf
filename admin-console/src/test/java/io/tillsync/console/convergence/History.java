package io.tillsync.console.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.console.convergence.Ledger.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;

/** A log, read from the database itself, from its beginning. Reading it checks that it is one. */
final class History {

    private final LogId log;
    private final Map<String, Commit> byOperation = new HashMap<>();
    private final Map<Entity, Map<Long, Document>> states = new HashMap<>();
    private final Map<Entity, Change> last = new HashMap<>();
    private Map<String, Long> counts = Map.of();
    private long commits;

    private History(LogId log) {
        this.log = log;
    }

    static History of(LogId log, Commits commits) {
        assertThat(commits.verify(log)).as("%s", log).isEmpty();
        History history = new History(log);
        Seq seq = Seq.START;
        for (List<Commit> next = commits.after(log, seq, 100); !next.isEmpty(); next = commits.after(log, seq, 100)) {
            next.forEach(history::add);
            seq = next.getLast().seq();
        }
        assertThat(commits.head(log).map(Commit::seq).orElse(Seq.START)).isEqualTo(seq);
        history.checkCounts();
        return history;
    }

    private void add(Commit commit) {
        commits++;
        assertThat(commit.seq().value()).isEqualTo(commits);
        assertThat(byOperation.put(commit.operation().id(), commit))
                .as("an operation that was done twice: %s", commit)
                .isNull();
        commit.changes().forEach(this::add);
        counts = commit.counts();
    }

    private void add(Change change) {
        Entity entity = new Entity(log, change.entityType(), change.entityId());
        Optional<Change> before = Optional.ofNullable(last.put(entity, change));
        assertThat(change.syncVersion())
                .as("version of %s", entity)
                .isEqualTo(before.map(Change::syncVersion).orElse(0L) + 1);
        assertThat(change.before()).as("state before %s", change).isEqualTo(before.map(Change::after));
        states.computeIfAbsent(entity, key -> new HashMap<>()).put(change.syncVersion(), change.after());
    }

    private void checkCounts() {
        Map<String, Long> active = new TreeMap<>();
        last.forEach((entity, change) -> active.merge(entity.type(), change.op().leavesActive() ? 1L : 0, Long::sum));
        assertThat(counts).as("counts of %s", log).isEqualTo(active);
    }

    Optional<Commit> madeBy(String operation) {
        return Optional.ofNullable(byOperation.get(operation));
    }

    boolean hasMadeByKey(String key) {
        return byOperation.keySet().stream().anyMatch(operation -> operation.endsWith("/" + key));
    }

    boolean has(Entity entity, long version) {
        return states.getOrDefault(entity, Map.of()).containsKey(version);
    }

    /** The versions of what is active at the end, by type and id. */
    Map<String, Map<String, Long>> active() {
        Map<String, Map<String, Long>> active = new TreeMap<>();
        last.forEach((entity, change) -> {
            if (change.op().leavesActive()) {
                active.computeIfAbsent(entity.type(), type -> new TreeMap<>()).put(entity.id(), change.syncVersion());
            }
        });
        return active;
    }

    long commits() {
        return commits;
    }
}
