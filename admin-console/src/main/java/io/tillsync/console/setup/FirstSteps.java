package io.tillsync.console.setup;

import io.tillsync.console.page.NotAllowed;
import io.tillsync.console.page.Place;
import io.tillsync.console.page.Places;
import io.tillsync.console.page.Visitor;
import io.tillsync.core.tenancy.Business;
import io.tillsync.core.tenancy.Businesses;
import io.tillsync.core.tenancy.Cause;
import io.tillsync.core.tenancy.Directory;
import io.tillsync.core.tenancy.Role;
import io.tillsync.core.tenancy.Stores;
import io.tillsync.core.tenancy.Terminals;
import io.tillsync.core.tenancy.Users;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.write.Outcome;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The steps from an empty installation to a first till. */
@Component
class FirstSteps {

    private final Directory directory;
    private final Places places;
    private final Tills tills;
    private final Register register;
    private final Businesses businesses;
    private final Stores stores;
    private final Users users;
    private final Terminals terminals;

    FirstSteps(
            Directory directory,
            Places places,
            Tills tills,
            Register register,
            Businesses businesses,
            Stores stores,
            Users users,
            Terminals terminals) {
        this.directory = directory;
        this.places = places;
        this.tills = tills;
        this.register = register;
        this.businesses = businesses;
        this.stores = stores;
        this.users = users;
        this.terminals = terminals;
    }

    /**
     * How far it is.
     *
     * @param businessId of one of several; else the visitor's own, or the first one
     */
    Progress progress(Visitor visitor, String businessId, boolean skipsUser) {
        NotAllowed.unless(visitor.principal().role() == Role.ADMIN);
        Optional<Business> business = visitor.permissions().ofInstallation()
                ? directory
                        .business(businessId)
                        .or(() -> directory.businesses(1).stream().findFirst())
                : visitor.principal().businessId().flatMap(directory::business);
        Optional<Place> place = business.flatMap(
                        owner -> directory.stores(owner.id()).stream().findFirst())
                .flatMap(store -> places.find(visitor, store.id()));
        boolean hasUser = business.filter(owner -> register.of("users", owner.id()).stream()
                        .anyMatch(user -> !user.getString("role").equals(Role.ADMIN.word())))
                .isPresent();
        Optional<Till> till = place.flatMap(
                at -> tills.of(at).stream().filter(one -> !one.isRevoked()).findFirst());
        return new Progress(business, place, hasUser, skipsUser, till);
    }

    /** Does one step; the id of what it makes is that of the form. */
    Outcome take(Visitor visitor, Progress progress, String step, SetupForm form, String password) {
        EntityId id = new EntityId(form.operation());
        Cause cause = Register.cause(visitor, form, step + "/" + users.sealed(password));
        if (step.equals("business")) {
            NotAllowed.unless(visitor.permissions().ofInstallation());
            return businesses.create(id, Map.of("name", form.value("name"), "currency", form.value("currency")), cause);
        }
        String businessId = progress.business().orElseThrow(NotAllowed::new).id();
        register.mustAdminister(visitor, "stores", Optional.of(businessId));
        return switch (step) {
            case "store" ->
                stores.create(
                        id,
                        Map.of(
                                "name", form.value("name"),
                                "timeZone", form.value("timeZone"),
                                "businessId", businessId),
                        cause);
            case "user" ->
                users.create(id, UserForms.creation(businessId, form.with("role", "manager"), password), cause);
            default ->
                terminals
                        .create(
                                id,
                                progress.place().orElseThrow(NotAllowed::new).scope(),
                                Map.of("name", form.value("name")),
                                cause)
                        .outcome();
        };
    }
}
