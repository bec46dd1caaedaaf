package io.tillsync.console.audit;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.tenancy.LogInEvents;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody may have done, as auditors name it. */
enum Action {
    CREATED(Change.Op.CREATED),
    UPDATED(Change.Op.UPDATED),
    DELETED(Change.Op.DELETED),
    RESTORED(Change.Op.RESTORED),
    PRICE_CHANGED("price", Change.Op.UPDATED),
    ROLE_CHANGED("role", Change.Op.UPDATED),
    IMPORTED(Origin.IMPORT),
    EXPORTED("exported"),
    LOGGED_IN(LogInEvents.LOGGED_IN),
    LOG_IN_FAILED(LogInEvents.FAILED),
    LOGGED_OUT(LogInEvents.LOGGED_OUT),
    PASSWORD_CHANGED("password-changed"),
    USER_DISABLED("user-disabled", "user-enabled"),
    TERMINAL_ENROLLED("enrolled", "code-renewed"),
    ENROLMENT_FAILED("enrolment-failed"),
    TERMINAL_REVOKED("terminal-revoked");

    /** With blanks between them. */
    private final String events;

    private final Optional<Change.Op> op;
    private final Optional<String> field;
    private final Optional<Origin> origin;

    Action(String events, Optional<Change.Op> op, Optional<String> field, Optional<Origin> origin) {
        this.events = events;
        this.op = op;
        this.field = field;
        this.origin = origin;
    }

    Action(String... events) {
        this(String.join(" ", events), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Action(Change.Op op) {
        this("", Optional.of(op), Optional.empty(), Optional.empty());
    }

    Action(String field, Change.Op op) {
        this("", Optional.of(op), Optional.of(field), Optional.empty());
    }

    Action(Origin origin) {
        this("", Optional.empty(), Optional.empty(), Optional.of(origin));
    }

    /** As it stands in addresses and keys of texts. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Action> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equals(word))
                .findFirst();
    }

    Set<String> events() {
        return events.isEmpty() ? Set.of() : Set.of(events.split(" ", -1));
    }

    Optional<Change.Op> op() {
        return op;
    }

    Optional<String> field() {
        return field;
    }

    Optional<Origin> origin() {
        return origin;
    }
}
