package io.tillsync.console.catalog;

import io.tillsync.console.page.NoSuchPage;
import io.tillsync.console.page.Place;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Writers;
import org.springframework.stereotype.Component;

/** Finds the types that have general screens: those of a business or a store that are not written by calls of their own. */
@Component
class TypesAt {

    private final EntityTypes types;

    TypesAt(EntityTypes types) {
        this.types = types;
    }

    /** The type that an address names, where the visitor may read it. */
    TypeAt find(Place place, String name) {
        return types.find(name)
                .filter(type -> type.level() != Level.INSTALLATION && type.writers() != Writers.OWN_CALLS)
                .filter(type -> place.permissions().mayRead(type))
                .map(type -> new TypeAt(place, type))
                .orElseThrow(NoSuchPage::new);
    }
}
