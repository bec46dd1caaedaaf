package io.tillsync.audit.search;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A filter in the making: everything, but what is asked for. */
final class Wanted {

    private Set<String> events = Set.of();
    private Optional<Change.Op> op = Optional.empty();
    private Optional<String> type = Optional.empty();
    private Optional<String> field = Optional.empty();
    private Optional<String> actor = Optional.empty();
    private Optional<Origin> origin = Optional.empty();
    private Optional<Instant> from = Optional.empty();
    private Optional<Instant> to = Optional.empty();
    private String text = "";

    private Wanted() {}

    static Wanted any() {
        return new Wanted();
    }

    Wanted events(String... names) {
        events = Set.of(names);
        return this;
    }

    Wanted op(Change.Op wanted) {
        op = Optional.of(wanted);
        return this;
    }

    Wanted type(String name) {
        type = Optional.of(name);
        return this;
    }

    Wanted field(String name) {
        field = Optional.of(name);
        return this;
    }

    Wanted actor(String id) {
        actor = Optional.of(id);
        return this;
    }

    Wanted origin(Origin wanted) {
        origin = Optional.of(wanted);
        return this;
    }

    Wanted from(Instant time) {
        from = Optional.of(time);
        return this;
    }

    Wanted to(Instant time) {
        to = Optional.of(time);
        return this;
    }

    Wanted text(String words) {
        text = words;
        return this;
    }

    Filter filter() {
        return new Filter(
                events,
                op,
                type,
                field,
                actor,
                origin,
                from,
                to,
                text,
                text.isEmpty() ? List.of() : List.of("name", "sku"));
    }
}
