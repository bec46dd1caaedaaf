package io.tillsync.core.tenancy;

import io.tillsync.core.type.EntityId;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Outcome;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done with stores. Who may do it is for the caller to ask {@link Permissions}. */
@Component
public class Stores {

    private static final Offer OFFER = new Offer(
            StoreType.TYPE,
            Set.of("name", StoreType.TIME_ZONE, StoreType.BUSINESS),
            Set.of(),
            Set.of("name", StoreType.TIME_ZONE));

    private final Register register;
    private final Openings openings;

    Stores(Register register, Openings openings) {
        this.register = register;
        this.openings = openings;
    }

    /**
     * Makes a store and opens its log. Should the latter fail, the creation can be repeated.
     *
     * @param fields its business among them
     */
    public Outcome create(EntityId id, Map<String, ? extends @Nullable Object> fields, Cause cause) {
        Outcome outcome = register.create(OFFER, id, fields, cause);
        Outcomes.state(outcome).map(Store::of).ifPresent(made -> openings.open(made.scope(), cause));
        return outcome;
    }

    /** Changes name or time zone. The business stays: the references of the store's entities lead there. */
    public Outcome change(String id, Base base, Map<String, ? extends @Nullable Object> patch, Cause cause) {
        return register.change(OFFER, id, base, patch, cause);
    }
}
