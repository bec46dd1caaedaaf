package io.tillsync.core.tenancy;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.CoreFixture;
import io.tillsync.core.tenancy.Terminals.Issued;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.write.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** Makes businesses, stores, users and terminals by the real verbs, in one process. */
public record Tenants(CoreFixture core) {

    public static final String PASSWORD = "correct horse";

    public static Cause cause() {
        return Cause.once(Actor.system("test"), Origin.SYSTEM, "test");
    }

    public static Cause cause(String operation) {
        return new Cause(Actor.system("test"), Origin.API, new Operation(operation, operation));
    }

    public Tenants business(String id) {
        made(core.get(Businesses.class)
                .create(new EntityId(id), Map.of("name", "The " + id, "currency", "EUR"), cause()));
        return this;
    }

    public Tenants store(String businessId, String id) {
        Map<String, Object> fields = Map.of("name", id, "timeZone", "Europe/Berlin", "businessId", businessId);
        made(core.get(Stores.class).create(new EntityId(id), fields, cause()));
        return this;
    }

    public Tenants user(String id, Role role, String businessId, String... stores) {
        Map<String, Object> fields = new HashMap<>(fields(id, role, stores));
        fields.put("businessId", businessId);
        made(core.get(Users.class).create(new EntityId(id), fields, cause()));
        return this;
    }

    static Map<String, Object> fields(String username, Role role, String... stores) {
        return Map.of("username", username, "role", role.word(), "stores", List.of(stores), Passwords.FIELD, PASSWORD);
    }

    public EnrolmentCode terminal(String businessId, String storeId, String id) {
        return issue(businessId, storeId, id, cause()).code().orElseThrow();
    }

    Issued issue(String businessId, String storeId, String id, Cause cause) {
        return core.get(Terminals.class)
                .create(new EntityId(id), Scope.store(businessId, storeId), Map.of("name", id), cause);
    }

    Enrolment enrol(String code) {
        return core.get(Enrolments.class)
                .enrol(code, Optional.of("Till of " + code.length()), Optional.of("1.0"), Optional.of("192.0.2.7"));
    }

    /** The token of a terminal that has enrolled. */
    public String enrolled(EnrolmentCode code) {
        return ((Enrolment.Enrolled) enrol(code.value())).token();
    }

    LogIn logIn(String username, String password) {
        return core.get(Sessions.class).logIn(username, password, Origin.API, Optional.of("192.0.2.1"));
    }

    /** The token of a user who has logged in. */
    public String loggedIn(String username) {
        return ((LogIn.Succeeded) logIn(username, PASSWORD)).token();
    }

    Optional<Principal> caller(String token) {
        return core.get(Sessions.class).authenticate(token);
    }

    static Document made(Outcome outcome) {
        return Outcomes.state(outcome).orElseThrow(() -> new AssertionError(outcome));
    }
}
