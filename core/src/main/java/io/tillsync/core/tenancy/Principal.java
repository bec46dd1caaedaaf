package io.tillsync.core.tenancy;

import io.tillsync.audit.log.Actor;
import java.util.Optional;
import java.util.Set;

/**
 * Who is calling, as known within the last second.
 *
 * @param businessId empty for the installation's admin alone
 * @param stores those that the caller is limited to, for a terminal its own; empty where all of the business are meant
 */
public record Principal(Subject subject, String name, Role role, Optional<String> businessId, Set<String> stores) {

    public String id() {
        return subject.id();
    }

    public boolean isTerminal() {
        return subject.kind() == Subject.Kind.TERMINAL;
    }

    /** Where a terminal stands; empty for a user. */
    public Optional<Scope> post() {
        return isTerminal()
                ? businessId.flatMap(business -> stores.stream().findFirst().map(store -> Scope.store(business, store)))
                : Optional.empty();
    }

    public Permissions permissions() {
        return new Permissions(this);
    }

    /** As whom the caller's commits name them. */
    public Actor actor(Optional<String> address) {
        Actor.Kind kind = isTerminal() ? Actor.Kind.TERMINAL : Actor.Kind.USER;
        return new Actor(kind, id(), name, Optional.of(role.word()), address);
    }

    /** Whether the other is the same one and can do and see the same, whatever they are called. */
    boolean hasAccessOf(Principal other) {
        return subject.equals(other.subject)
                && role == other.role
                && businessId.equals(other.businessId)
                && stores.equals(other.stores);
    }
}
