package io.tillsync.console.setup;

import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.console.page.NoSuchPage;
import io.tillsync.console.page.NotAllowed;
import io.tillsync.console.page.Visitor;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.tenancy.Cause;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Permissions;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** What the screens of businesses, stores, users and terminals share: who sees which of them, and who may change them. */
@Component
class Register {

    private static final int MOST = 1_000;

    private final Projections projections;
    private final EntityTypes types;

    Register(Projections projections, EntityTypes types) {
        this.projections = projections;
        this.types = types;
    }

    /** Those of a business; of a large one the first ones. */
    List<Document> of(String type, String businessId) {
        return projections.referrers(Logs.INSTALLATION, types.get(type), List.of("businessId"), businessId, MOST);
    }

    /**
     * What the visitor sees and may change.
     *
     * @throws NoSuchPage where it is not there for the visitor
     * @throws NotAllowed where they see it, and may not change it
     */
    Document changeable(Visitor visitor, String type, String id) {
        EntityType known = types.get(type);
        Document state = Optional.of(id)
                .filter(EntityId::isValid)
                .flatMap(valid -> projections.state(Logs.INSTALLATION, type, valid))
                .filter(found -> visitor.permissions().sees(known, found))
                .orElseThrow(NoSuchPage::new);
        NotAllowed.unless(visitor.permissions().mayAdminister(known, Permissions.businessOf(known, state)));
        return state;
    }

    boolean mayAdminister(Visitor visitor, String type, Optional<String> businessId) {
        return visitor.permissions().mayAdminister(types.get(type), businessId);
    }

    void mustAdminister(Visitor visitor, String type, Optional<String> businessId) {
        NotAllowed.unless(mayAdminister(visitor, type, businessId));
    }

    /** Sent twice, a form is done once. */
    static Cause cause(Visitor visitor, SetupForm form, String what) {
        String fingerprint = what + form.values();
        return new Cause(visitor.actor(), Origin.CONSOLE, new Operation("console/" + form.operation(), fingerprint));
    }
}
