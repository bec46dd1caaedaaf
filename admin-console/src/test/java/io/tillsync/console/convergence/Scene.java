package io.tillsync.console.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.LogId;
import io.tillsync.console.convergence.Ledger.Entity;
import io.tillsync.console.convergence.Till.Way;
import io.tillsync.core.tenancy.Logs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import tools.jackson.databind.JsonNode;

/** Tills and editors of two businesses, who act at the same time; and what is to hold when they are done. */
final class Scene implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Seed seed;
    private final Network network;
    private final int steps;
    private final Commits commits;
    private final Tally tally = new Tally();
    private final Ledger ledger = new Ledger();
    private final Pace pace = new Pace();
    private final Actors actors = new Actors();
    private final Actors.Group writing = actors.group();
    private final Actors.Group following = actors.group();
    private final Tenants tenants;
    private final Map<String, Caller> managers = new HashMap<>();
    private final List<Following> tills = new ArrayList<>();
    private volatile Map<LogId, Long> goal = Map.of();

    private record Following(Till till, Caller caller, String business, String store) {}

    /** @param steps of each editor */
    Scene(Seed seed, Network network, TestServer database, int steps) {
        this.seed = seed;
        this.network = network;
        this.steps = steps;
        this.commits = new Commits(database.database());
        this.tenants = Tenants.make(network, tally);
        List.of(Tenants.NORTH, Tenants.SOUTH).forEach(business -> managers.put(business, tenants.managerOf(business)));
    }

    Pace pace() {
        return pace;
    }

    Tally tally() {
        return tally;
    }

    /** Everything else that happens meanwhile. */
    void meanwhile(String name, Runnable actor) {
        writing.start(name, actor);
    }

    void tills(String business, String store, Way... ways) {
        for (Way way : ways) {
            String name = store + "-till-" + tills.size();
            Caller caller = tenants.till(store, name);
            Till till = new Till(name, way, seed, caller, Till.logs(business, store), this::head);
            tills.add(new Following(till, caller, business, store));
        }
    }

    private long head(LogId log) {
        return commits.head(log).map(commit -> commit.seq().value()).orElse(0L);
    }

    /** All who write, each some steps; one till of each store makes customers. */
    void editors(String business, int decimals, List<String> stores) {
        Caller manager = managers.get(business);
        editor(business + "-products-1", manager, manager, Subject.products(business, decimals));
        editor(business + "-products-2", manager, manager, Subject.products(business, decimals));
        editor(business + "-categories", manager, manager, Subject.categories(business));
        editor(business + "-settings", manager, manager, Subject.settings(business));
        for (String store : stores) {
            tills.stream()
                    .filter(till -> till.store().equals(store))
                    .findFirst()
                    .ifPresent(
                            till -> editor(store + "-customers", till.caller(), manager, Subject.customers(business)));
            editor(store + "-prices", manager, manager, Subject.storePrices(store, decimals));
            editor(store + "-settings", manager, manager, Subject.storeSettings(store));
            repeat(store + "-stock-1", new StockTaker(store + "-stock-1", seed, manager, store, ledger)::step);
            repeat(store + "-stock-2", new StockTaker(store + "-stock-2", seed, manager, store, ledger)::step);
        }
    }

    private void editor(String name, Caller caller, Caller historian, Subject subject) {
        repeat(name, new Editor(name, seed, caller, historian, subject, ledger)::step);
    }

    private void repeat(String name, IntConsumer step) {
        pace.expect(steps);
        writing.start(name, () -> {
            for (int i = 0; i < steps; i++) {
                pace.step();
                step.accept(i);
            }
        });
    }

    /** A file comes in when a part of all is done. */
    void importer(double share) {
        meanwhile("importer", () -> {
            pace.await(share);
            int server = network.servers.any(seed.of("importer", 0));
            Importer importer = new Importer(seed, managers.get(Tenants.NORTH), Tenants.NORTH_STORES.getFirst());
            Importer.check(importer.awaitEnd(server, importer.start(server)));
        });
    }

    /** Tills come one after the other, while the others write; they stay until all is written and they have it. */
    void play() {
        double share = 0;
        for (Following each : tills) {
            double start = share;
            following.start(each.till().name(), () -> {
                pace.await(start);
                each.till().runUntil(this::hasAll);
            });
            share += 0.7 / tills.size();
        }
        writing.await(PATIENCE);
        Map<LogId, Long> heads = new HashMap<>();
        tills.forEach(each -> Till.logs(each.business(), each.store()).forEach(log -> heads.put(log, head(log))));
        goal = heads;
        following.await(PATIENCE);
    }

    private boolean hasAll(Copy copy) {
        return !goal.isEmpty() && copy.hasReached(goal);
    }

    /** @param server which is asked for its side of it */
    void checkEverything(int server) {
        Agreement agreement = new Agreement(commits);
        Map<LogId, Map<String, JsonNode>> stocks = new HashMap<>();
        for (Following each : tills) {
            Reader reader = new Reader(managers.get(each.business()), server);
            var expected = agreement.server(reader, each.business(), each.store());
            Agreement.checkCopy(each.till(), expected);
            stocks.put(Logs.store(each.store()), expected.get("stocks"));
        }
        agreement.checkSums(ledger, stocks);
        agreement.checkPromises(ledger, entity -> history(entity, server));
        agreement.checkRepeats(tally);
        System.out.println(
                agreement.commits() + " commits, " + ledger.writes().size() + " acknowledged writes, " + tally);
        assertThat(tally.of("commits taken from sockets")).isPositive();
        assertThat(tally.of("first loads resumed")).isPositive();
        assertThat(tally.of("answers lost and asked for again")).isPositive();
    }

    private Map<Long, JsonNode> history(Entity entity, int server) {
        Following owner = tills.stream()
                .filter(each -> Till.logs(each.business(), each.store()).contains(entity.log()))
                .findFirst()
                .orElseThrow();
        boolean isOfStore = entity.log().equals(Logs.store(owner.store()));
        return new Reader(managers.get(owner.business()), server).history(entity, isOfStore ? owner.store() : "");
    }

    @Override
    public void close() {
        actors.close();
    }
}
