package io.tillsync.console.page;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.tenancy.Cause;
import io.tillsync.core.tenancy.Permissions;
import io.tillsync.core.tenancy.Principal;
import io.tillsync.core.type.EntityId;
import java.util.Optional;

/**
 * Who looks at a screen, and from where.
 *
 * @param token the session, as the browser keeps it
 */
public record Visitor(Principal principal, String token, String address) {

    public Permissions permissions() {
        return principal.permissions();
    }

    public Actor actor() {
        return principal.actor(Optional.of(address));
    }

    /** For a change of businesses, stores, users or terminals that nobody sends twice. */
    public Cause cause(String what) {
        Operation operation = new Operation(what + "/" + EntityId.create().value(), what);
        return new Cause(actor(), Origin.CONSOLE, operation);
    }
}
