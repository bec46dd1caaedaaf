package io.tillsync.console.catalog;

import io.tillsync.audit.log.LogId;
import io.tillsync.console.page.NotAllowed;
import io.tillsync.console.page.Place;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Rules;
import io.tillsync.core.write.Home;

/** The entities of a type, at a place. */
record TypeAt(Place place, EntityType type) {

    Home home() {
        return place.home(type.level());
    }

    LogId log() {
        return home().log();
    }

    Rules rules() {
        return home().rules();
    }

    /** Where the screens of the type begin. */
    public String path() {
        return place.path() + "/catalog/" + type.name();
    }

    public String path(String id) {
        return path() + "/" + id;
    }

    public boolean mayWrite() {
        return place.permissions().mayWrite(type, place.scope());
    }

    TypeAt writable() {
        NotAllowed.unless(mayWrite());
        return this;
    }
}
