package io.tillsync.audit.log;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** Makes commits as they could be, without a catalog. */
final class LogFixture {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private LogFixture() {}

    static Draft draft(String operation) {
        return draft(operation, new Document("id", operation).append("price", new BigDecimal("1.50")));
    }

    static Draft draft(String operation, Document after) {
        Change change = new Change(
                "products",
                "p-1",
                Change.Op.UPDATED,
                2,
                Optional.of(new Document("id", "p-1").append("seq", 1L)),
                after,
                List.of("price"));
        return new Draft(
                new Actor(Actor.Kind.USER, "u-1", "Zoë", Optional.of("manager"), Optional.of("2001:db8::1")),
                Origin.CONSOLE,
                new Operation(operation, "print-of-" + operation),
                Optional.empty(),
                Optional.of("why not"),
                Optional.of("request-of-" + operation),
                List.of(change),
                Map.of("products", 1L, "brands", 0L));
    }

    /** Commits that follow the head, one for each operation. */
    static List<Commit> after(Head head, String... operations) {
        List<Commit> batch = new ArrayList<>();
        Head end = head;
        for (String operation : operations) {
            Commit commit = Chain.link(end, head.seq().next(), draft(operation), NOON);
            batch.add(commit);
            end = Head.at(commit);
        }
        return batch;
    }

    /** Appends one commit for each operation, each by itself, and gives the new head. */
    static Head grow(Commits commits, LogId log, String... operations) {
        Head head = commits.head(log).map(Head::at).orElse(Head.empty(log));
        for (String operation : operations) {
            List<Commit> one = after(head, operation);
            if (!(commits.append(one) instanceof AppendResult.Appended)) {
                throw new IllegalStateException("Somebody else writes to " + log);
            }
            commits.operations().record(one);
            head = Head.at(one.getFirst());
        }
        return head;
    }
}
