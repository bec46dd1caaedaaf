package io.tillsync.audit.search;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.AppendResult;
import io.tillsync.audit.log.Chain;
import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.Draft;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** Writes logs as they could have come about, each commit at the minute that a test says. */
final class Happenings {

    static final LogId BUSINESS = LogId.of("business", "acme");
    static final LogId STORE = LogId.of("store", "acme-1");
    static final LogId ACCESS = LogId.of("access", "acme");
    static final List<Source> ALL = List.of(Source.whole(BUSINESS), Source.whole(STORE), Source.whole(ACCESS));

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Actor ZOE = new Actor(Actor.Kind.USER, "u-1", "Zoë", Optional.of("manager"), Optional.of("10.0.0.7"));
    static final Actor TILL =
            new Actor(Actor.Kind.TERMINAL, "t-1", "Till 1", Optional.of("terminal"), Optional.empty());

    private final Commits commits;
    private int operations;

    Happenings(Commits commits) {
        this.commits = commits;
    }

    static Instant minute(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    static Change created(String type, String id, String name) {
        Document state = new Document("id", id).append("name", name);
        return new Change(type, id, Change.Op.CREATED, 1, Optional.empty(), state, List.of("name"));
    }

    static Change changed(String type, String id, String field, Object before, Object after) {
        return new Change(
                type,
                id,
                Change.Op.UPDATED,
                2,
                Optional.of(new Document("id", id).append(field, before)),
                new Document("id", id).append(field, after),
                List.of(field));
    }

    void write(LogId log, int minute, Actor actor, Origin origin, Change... changes) {
        append(log, minute, actor, origin, Optional.empty(), Optional.empty(), changes);
    }

    void because(LogId log, int minute, String note, Change... changes) {
        append(log, minute, ZOE, Origin.CONSOLE, Optional.empty(), Optional.of(note), changes);
    }

    void happened(LogId log, int minute, Actor actor, String event) {
        append(log, minute, actor, Origin.CONSOLE, Optional.of(event), Optional.empty());
    }

    private void append(
            LogId log,
            int minute,
            Actor actor,
            Origin origin,
            Optional<String> event,
            Optional<String> note,
            Change... changes) {
        Head head = commits.head(log).map(Head::at).orElse(Head.empty(log));
        Operation operation = new Operation("o-" + operations++, "print");
        Draft draft =
                new Draft(actor, origin, operation, event, note, Optional.empty(), Arrays.asList(changes), Map.of());
        Commit commit = Chain.link(head, head.seq().next(), draft, minute(minute));
        if (!(commits.append(List.of(commit)) instanceof AppendResult.Appended)) {
            throw new IllegalStateException("Somebody else writes to " + log);
        }
    }

    /** An import, a log-in, a price, a sale, a breakage and a new customer, in the minutes from 0 to 4. */
    void aMorning() {
        write(BUSINESS, 0, ZOE, Origin.IMPORT, created("products", "p-1", "Espresso"));
        happened(ACCESS, 1, ZOE, "logged-in");
        write(BUSINESS, 2, ZOE, Origin.CONSOLE, changed("products", "p-1", "price", "1.50", "1.70"));
        write(STORE, 2, TILL, Origin.TILL, changed("stocks", "p-1", "quantity", "5", "4"));
        because(STORE, 3, "Breakage", changed("stocks", "p-1", "quantity", "4", "3"));
        write(BUSINESS, 4, TILL, Origin.TILL, created("customers", "c-1", "Ömer 100% (Café)"));
    }

    /** Which commits these are. */
    static List<String> ids(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.commit().log() + " " + entry.commit().seq())
                .toList();
    }
}
