package io.tillsync.console.demo;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.console.mode.Mode;
import io.tillsync.console.mode.OnlyIn;
import io.tillsync.console.startup.Preparation;
import io.tillsync.core.tenancy.Businesses;
import io.tillsync.core.tenancy.Cause;
import io.tillsync.core.tenancy.Stores;
import io.tillsync.core.tenancy.Users;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.write.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A business with two stores, people and a catalog, made as users would make them. */
@Component
@OnlyIn(Mode.DEMO)
final class DemoInstallation implements Preparation {

    static final String BUSINESS = "demo";
    static final List<String> STORES = List.of("demo-1", "demo-2");
    static final Actor ACTOR = Actor.system("demo");

    private final Businesses businesses;
    private final Stores stores;
    private final Users users;
    private final DemoUsers people;
    private final DemoCatalog catalog;

    DemoInstallation(Businesses businesses, Stores stores, Users users, DemoUsers people, DemoCatalog catalog) {
        this.businesses = businesses;
        this.stores = stores;
        this.users = users;
        this.people = people;
        this.catalog = catalog;
    }

    @Override
    public void prepare() {
        made(businesses.create(new EntityId(BUSINESS), Map.of("name", "Demo", "currency", "EUR"), cause("business")));
        STORES.forEach(this::makeStore);
        makeUser(DemoUsers.ADMIN, Map.of("role", "admin"));
        makeUser(DemoUsers.MANAGER, Map.of("role", "manager", "businessId", BUSINESS));
        makeUser(DemoUsers.AUDITOR, Map.of("role", "auditor", "businessId", BUSINESS));
        STORES.forEach(catalog::bringTo);
    }

    private void makeStore(String id) {
        Map<String, String> fields = Map.of(
                "name", "Demo " + id.substring(id.length() - 1), "timeZone", "Europe/Paris", "businessId", BUSINESS);
        made(stores.create(new EntityId(id), fields, cause(id)));
    }

    private void makeUser(String name, Map<String, String> duties) {
        Map<String, String> fields = new HashMap<>(duties);
        fields.put("username", name);
        fields.put("password", people.password(name));
        made(users.create(new EntityId(name), fields, cause("user-" + name)));
    }

    /** Should the database be lost in between, what was made is found again. */
    private static Cause cause(String what) {
        return new Cause(ACTOR, Origin.SYSTEM, operation(what));
    }

    static Operation operation(String what) {
        return new Operation("demo/" + what, what);
    }

    private static void made(Outcome outcome) {
        if (outcome instanceof Outcome.Refused) {
            throw new IllegalStateException("The demo cannot be made: " + outcome);
        }
    }
}
