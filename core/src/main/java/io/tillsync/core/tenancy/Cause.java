package io.tillsync.core.tenancy;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.type.EntityId;

/**
 * Why something is changed: who asked, by which way, and under which name.
 *
 * @param operation a repeated one gets the first answer again
 */
public record Cause(Actor actor, Origin origin, Operation operation) {

    /** For what nobody repeats. */
    static Cause once(Actor actor, Origin origin, String what) {
        return new Cause(
                actor, origin, new Operation(what + "/" + EntityId.create().value(), what));
    }
}
