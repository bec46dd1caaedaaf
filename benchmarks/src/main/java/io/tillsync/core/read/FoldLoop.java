package io.tillsync.core.read;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Chain;
import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Draft;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.benchmarks.loop.States;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Folds 100 commits of one change each, of 50 products; and links one commit to the chain: its hash. Here, since it sees what nobody else does. */
@State(Scope.Benchmark)
public class FoldLoop {

    private static final int COMMITS = 100;
    private static final int PRODUCTS = 50;

    private final List<Commit> commits = new ArrayList<>();
    private final Head empty = Head.empty(LogId.of("business", "figures"));
    private final Draft draft = draft(0);

    /** Makes the commits. */
    @Setup
    public void make() {
        Head head = empty;
        for (int i = 0; i < COMMITS; i++) {
            Commit next = Chain.link(head, head.seq().next(), draft(i % PRODUCTS), Instant.EPOCH);
            commits.add(next);
            head = Head.at(next);
        }
    }

    private static Draft draft(int product) {
        Change change = new Change(
                "products",
                "p" + product,
                Change.Op.UPDATED,
                2,
                Optional.of(States.product(product)),
                States.product(product),
                List.of("price"));
        return new Draft(
                Actor.system("figures"),
                Origin.SYSTEM,
                new Operation("o" + product, "f"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(change),
                Map.of("products", 20_000L));
    }

    @Benchmark
    public Map<String, TypeChanges> fold() {
        Fold fold = new Fold(Set.of("products"), 1_000);
        commits.forEach(fold::add);
        return fold.byType();
    }

    @Benchmark
    public Commit hash() {
        return Chain.link(empty, empty.seq().next(), draft, Instant.EPOCH);
    }
}
