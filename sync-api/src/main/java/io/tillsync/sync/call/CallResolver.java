package io.tillsync.sync.call;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.tenancy.Homes;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Permissions;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Level;
import io.tillsync.sync.auth.Caller;
import io.tillsync.sync.auth.Scopes;
import io.tillsync.sync.problem.AllowedMethods;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Finds out, before anything else is looked at, what a call is about and whether its caller may make it. */
@Component
public class CallResolver {

    private final EntityTypes types;
    private final EntityAddresses addresses;
    private final AllowedMethods methods;
    private final Scopes scopes;
    private final Homes homes;
    private final Freshness freshness;

    CallResolver(
            EntityTypes types,
            EntityAddresses addresses,
            AllowedMethods methods,
            Scopes scopes,
            Homes homes,
            Freshness freshness) {
        this.types = types;
        this.addresses = addresses;
        this.methods = methods;
        this.scopes = scopes;
        this.homes = homes;
        this.freshness = freshness;
    }

    /** A call about entities of the type that the path names; anything but a read needs the right to write them. */
    EntityCall entityCall(HttpServletRequest request, Caller caller) {
        EntityType type = typeInPath(request).orElseThrow(() -> nothingHere(request));
        boolean isAllowed = mayCall(request, caller.principal().permissions(), type);
        Scope scope = scope(request, caller, type.level(), isAllowed);
        return new EntityCall(type, homes.of(type.level(), scope), caller.actor(), caller.origin());
    }

    private static boolean mayCall(HttpServletRequest request, Permissions permissions, EntityType type) {
        if (!EntityAddresses.READS.contains(request.getMethod())) {
            return permissions.mayWrite(type);
        }
        boolean isHistory = pattern(request).endsWith("/history");
        return permissions.mayRead(type) && (!isHistory || permissions.maySeeHistories());
    }

    /** A call about what a till of a store follows; from here on this process knows of all that the caller shows that it knows. */
    SyncCall syncCall(HttpServletRequest request, Caller caller) {
        if (!variables(request).isEmpty() && typeInPath(request).isEmpty()) {
            throw nothingHere(request);
        }
        Scope scope = scope(request, caller, Level.STORE);
        List<LogId> logs = List.of(
                Logs.business(scope.businessId()), Logs.store(scope.storeId().orElseThrow()));
        logs.forEach(log -> freshness.head(request, log));
        return new SyncCall(logs);
    }

    /** The business, and the store, that a call names. */
    public Scope scope(HttpServletRequest request, Caller caller, Level level) {
        return scopes.resolve(
                caller.principal(), named(request, Scopes.BUSINESS_HEADER), named(request, Scopes.STORE_HEADER), level);
    }

    /** One that is given twice names nothing: which of them other parties on the way look at is not known. */
    private static Optional<String> named(HttpServletRequest request, String header) {
        List<String> given = Collections.list(request.getHeaders(header));
        if (given.size() > 1) {
            throw Problem.of(ProblemCode.MALFORMED_REQUEST, header + " must be given once.")
                    .toException();
        }
        return given.stream().findFirst();
    }

    /**
     * The same for a call that needs a right, which all stores and businesses that a caller sees have in common.
     *
     * @throws io.tillsync.sync.problem.ProblemException 404 for what the caller cannot see, else 403, else 400 where none is named
     */
    public Scope scope(HttpServletRequest request, Caller caller, Level level, boolean isAllowed) {
        if (!isAllowed) {
            check(caller, request);
            throw forbidden();
        }
        return scope(request, caller, level);
    }

    /** Refuses a call that names what the caller does not see, by 404; else gives the store or the business that it names. */
    public Optional<Scope> check(Caller caller, HttpServletRequest request) {
        Optional<String> business = named(request, Scopes.BUSINESS_HEADER);
        return scopes.check(caller.principal(), business, named(request, Scopes.STORE_HEADER))
                .or(() -> business.map(Scope::business));
    }

    /** Empty where the path names no type, or one that is not served there in this way. */
    private Optional<EntityType> typeInPath(HttpServletRequest request) {
        Map<String, String> variables = variables(request);
        return Optional.ofNullable(variables.get(EntityAddresses.TYPE))
                .filter(name -> addresses.isServed(request.getMethod(), pattern(request), variables))
                .flatMap(types::find);
    }

    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> variables(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : (Map<String, String>) variables;
    }

    private RuntimeException nothingHere(HttpServletRequest request) {
        return methods.refusal(request)
                .orElseGet(() -> Problem.of(ProblemCode.NOT_FOUND, "There is nothing at this path."))
                .toException();
    }

    /** The caller may not do this. */
    public static RuntimeException forbidden() {
        return Problem.of(ProblemCode.FORBIDDEN, "Your role does not allow this here. Ask an admin of the business.")
                .toException();
    }
}
