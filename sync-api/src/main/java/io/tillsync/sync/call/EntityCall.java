package io.tillsync.sync.call;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.write.Home;

/**
 * A call about entities of one type, after it was found that the type exists, that the caller may do this, and in which log it happens.
 * As an argument of a controller it stands before the body: so those refusals come before a body is looked at.
 *
 * @param home where entities of the type live, for this caller
 */
public record EntityCall(EntityType type, Home home, Actor actor, Origin origin) {

    public LogId log() {
        return home.log();
    }
}
