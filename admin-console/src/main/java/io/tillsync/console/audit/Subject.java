package io.tillsync.console.audit;

import io.tillsync.audit.log.LogId;
import io.tillsync.console.page.Place;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.type.Writers;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The entity whose history is looked at.
 *
 * @param current its state now; deleted or not
 */
record Subject(Place place, EntityType type, LogId log, String id, Document current) {

    public boolean isActive() {
        return SystemFields.isActive(current);
    }

    public long version() {
        return SystemFields.version(current);
    }

    /** Whether the visitor may make it what it was before. What has its own calls, as stock, is never overwritten. */
    public boolean isRestorable() {
        return type.level() != Level.INSTALLATION
                && type.writers() != Writers.OWN_CALLS
                && place.permissions().mayWrite(type, place.scope());
    }

    /** Where it is looked at and changed; absent for what has no screen of that kind. */
    @Nullable
    public String catalogAddress() {
        String list = catalogListAddress();
        return list == null ? null : list + "/" + id;
    }

    @Nullable
    public String catalogListAddress() {
        boolean isListed = type.level() != Level.INSTALLATION && type.writers() != Writers.OWN_CALLS;
        return isListed ? place.path() + "/catalog/" + type.name() : null;
    }

    /** Where its history is. */
    public String path() {
        return place.path() + "/audit/entity/" + type.name() + "/" + id;
    }
}
