package io.tillsync.console.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.LogId;
import io.tillsync.console.convergence.Ledger.Acknowledged;
import io.tillsync.console.convergence.Ledger.Entity;
import io.tillsync.core.tenancy.Logs;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who counts goods in and out of a store. */
final class StockTaker {

    private final String name;
    private final Seed seed;
    private final Caller caller;
    private final String store;
    private final Ledger ledger;

    StockTaker(String name, Seed seed, Caller caller, String store, Ledger ledger) {
        this.name = name;
        this.seed = seed;
        this.caller = caller;
        this.store = store;
        this.ledger = ledger;
    }

    void step(int number) {
        Random random = seed.of(name, number);
        BigDecimal drawn = Subject.quantity(random);
        BigDecimal delta = drawn.signum() == 0 ? BigDecimal.ONE : drawn;
        ObjectNode body = Answer.JSON
                .createObjectNode()
                .put("productId", "p-" + random.nextInt(25))
                .put("delta", delta)
                .put("reason", name);
        String key = name + "." + number;
        Call call = Call.json("POST", "/stocks/adjustments", body)
                .with("X-Store-Id", store)
                .with("Idempotency-Key", key);
        Answer answer = caller.callOverBadNetwork(caller.network().servers.any(random), call, random);
        answer.must(201, 422);
        caller.tally().count("adjustments " + answer.status());
        if (answer.status() == 201) {
            acknowledge(answer, delta, key);
        } else {
            Entity stock = new Entity(
                    Logs.store(store), "stocks", body.path("productId").asString());
            ledger.refused(new Ledger.Refused(stock, delta, caller.actor() + "/" + key));
        }
    }

    private void acknowledge(Answer answer, BigDecimal delta, String key) {
        assertThat(answer.data().path("productId").isString()).as("%s", answer).isTrue();
        LogId log = Logs.store(store);
        Entity stock = new Entity(log, "stocks", answer.data().path("id").asString());
        ledger.added(stock, delta);
        ledger.acknowledged(new Acknowledged(
                stock,
                answer.data().path("syncVersion").asLong(),
                Optional.of(answer.data()),
                caller.actor() + "/" + key,
                true));
    }
}
