package io.tillsync.console.page;

import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.tenancy.Business;
import io.tillsync.core.tenancy.Permissions;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.tenancy.Store;
import io.tillsync.core.type.Level;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.Home;
import java.util.List;

/** What a screen is about: a store that its visitor sees, and by it its business. Named by the address, {@code /s/{store}/…}. */
public record Place(Visitor visitor, Business business, Store store, Home ofBusiness, Home ofStore) {

    public Scope scope() {
        return store.scope();
    }

    public Permissions permissions() {
        return visitor.permissions();
    }

    /** Where the screens of this place begin, without a slash at the end. */
    public String path() {
        return "/s/" + store.id();
    }

    /**
     * Where entities of a level live.
     *
     * @throws IllegalArgumentException for those of the installation
     */
    public Home home(Level level) {
        return switch (level) {
            case BUSINESS -> ofBusiness;
            case STORE -> ofStore;
            case INSTALLATION -> throw new IllegalArgumentException("The installation is no place");
        };
    }

    /** The logs that make up what is seen here, the business's first. */
    public List<LogId> logs() {
        return List.of(ofBusiness.log(), ofStore.log());
    }

    /** Edits by the visitor, all of them or none. */
    public ChangeRequest change(Level level, Operation operation, Edit... edits) {
        return ChangeRequest.of(home(level), visitor.actor(), Origin.CONSOLE, operation, edits);
    }
}
