package io.tillsync.console.audit;

import io.tillsync.audit.log.LogId;
import io.tillsync.console.page.NoSuchPage;
import io.tillsync.console.page.NotAllowed;
import io.tillsync.console.page.Place;
import io.tillsync.core.read.Entities;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Permissions;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Level;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Finds the entities whose histories a visitor may see. */
@Component
class Subjects {

    private final Entities entities;
    private final EntityTypes types;

    Subjects(Entities entities, EntityTypes types) {
        this.entities = entities;
        this.types = types;
    }

    /** One of them, as it is now; deleted or not. */
    Subject find(Place place, String typeName, String id) {
        NotAllowed.unless(place.permissions().maySeeHistories());
        EntityType type = types.find(typeName)
                .filter(known -> place.permissions().mayRead(known))
                .orElseThrow(NoSuchPage::new);
        if (!EntityId.isValid(id)) {
            throw new NoSuchPage();
        }
        LogId log = type.level() == Level.INSTALLATION
                ? Logs.INSTALLATION
                : place.home(type.level()).log();
        Document current = entities.find(log, type, id).orElseThrow(NoSuchPage::new);
        if (type.level() == Level.INSTALLATION && !isHere(place, type, current)) {
            throw new NoSuchPage();
        }
        return new Subject(place, type, log, id, current);
    }

    private static boolean isHere(Place place, EntityType type, Document state) {
        return place.permissions().sees(type, state)
                && Permissions.businessOf(type, state)
                        .map(business -> business.equals(place.business().id()))
                        .orElse(place.permissions().ofInstallation());
    }
}
