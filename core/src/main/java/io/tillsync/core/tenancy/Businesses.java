package io.tillsync.core.tenancy;

import io.tillsync.core.type.EntityId;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Outcome;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done with businesses. Who may do it is for the caller to ask {@link Permissions}. */
@Component
public class Businesses {

    private static final Offer OFFER =
            new Offer(BusinessType.TYPE, Set.of("name", BusinessType.CURRENCY), Set.of(), Set.of("name"));

    private final Register register;
    private final Openings openings;

    Businesses(Register register, Openings openings) {
        this.register = register;
        this.openings = openings;
    }

    /** Makes a business and opens its log. Should the latter fail, the creation can be repeated. */
    public Outcome create(EntityId id, Map<String, ? extends @Nullable Object> fields, Cause cause) {
        Outcome outcome = register.create(OFFER, id, fields, cause);
        Outcomes.state(outcome).map(Business::of).ifPresent(made -> openings.open(Scope.business(made.id()), cause));
        return outcome;
    }

    /** Changes the name. The currency stays: the amounts in the log are in it. */
    public Outcome change(String id, Base base, Map<String, ? extends @Nullable Object> patch, Cause cause) {
        return register.change(OFFER, id, base, patch, cause);
    }
}
