package io.tillsync.core.tenancy;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.LogWriters;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Records what happens at the door: in a log of the business, or in one for all that is of no known business. */
@Component
final class AccessLog {

    /** No entity's id. */
    private static final String NOBODY = "?";

    private static final int LONGEST_NAME = 64;

    private final LogWriters writers;

    AccessLog(LogWriters writers) {
        this.writers = writers;
    }

    void record(Optional<String> businessId, Actor actor, Origin origin, String event) {
        Cause cause = Cause.once(actor, origin, event);
        writers.write(ChangeRequest.happened(Homes.access(businessId), actor, origin, cause.operation(), event));
    }

    /** Somebody who has not shown who they are, under the name that they gave. */
    static Actor unknown(Actor.Kind kind, String name, Optional<String> address) {
        return new Actor(kind, NOBODY, shown(name), Optional.empty(), address);
    }

    /** What can be kept of a text that anybody may have sent: its first characters, and none that does harm on a screen. */
    static String shown(String typed) {
        return typed.codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
