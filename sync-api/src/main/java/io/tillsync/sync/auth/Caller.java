package io.tillsync.sync.auth;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.tenancy.Principal;
import java.util.Optional;

/**
 * Who calls, and from where.
 *
 * @param token by which the caller has shown who they are
 */
public record Caller(Principal principal, String token, String address) {

    public Actor actor() {
        return principal.actor(Optional.of(address));
    }

    public Origin origin() {
        return principal.isTerminal() ? Origin.TILL : Origin.API;
    }
}
