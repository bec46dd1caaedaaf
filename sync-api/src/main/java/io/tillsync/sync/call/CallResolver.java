package io.tillsync.sync.call;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.tenancy.Homes;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Writers;
import io.tillsync.sync.auth.Caller;
import io.tillsync.sync.auth.Scopes;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Finds out, before anything else is looked at, what a call is about and whether its caller may make it. */
@Component
public class CallResolver {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final EntityTypes types;
    private final Scopes scopes;
    private final Homes homes;
    private final Freshness freshness;

    CallResolver(EntityTypes types, Scopes scopes, Homes homes, Freshness freshness) {
        this.types = types;
        this.scopes = scopes;
        this.homes = homes;
        this.freshness = freshness;
    }

    /** A call about entities of the type that the path names; anything but a read needs the right to write them. */
    EntityCall entityCall(HttpServletRequest request, Caller caller) {
        EntityType type = typeInPath(request);
        boolean isWrite = !READS.contains(request.getMethod());
        if (isWrite && type.writers() == Writers.OWN_CALLS) {
            throw Problem.of(ProblemCode.METHOD_NOT_ALLOWED, type.name() + " are not written by this call.")
                    .withHeader("Allow", "GET, HEAD")
                    .toException();
        }
        Scope scope = scope(request, caller, type.level());
        if (isWrite && !caller.principal().permissions().mayWrite(type, scope)) {
            throw forbidden();
        }
        return new EntityCall(type, homes.of(type.level(), scope), caller.actor(), caller.origin());
    }

    /** A call about what a till of a store follows; from here on this process knows of all that the caller shows that it knows. */
    SyncCall syncCall(HttpServletRequest request, Caller caller) {
        Scope scope = scope(request, caller, Level.STORE);
        List<LogId> logs = List.of(
                Logs.business(scope.businessId()), Logs.store(scope.storeId().orElseThrow()));
        logs.forEach(log -> freshness.head(request, log));
        return new SyncCall(logs);
    }

    /** The business, and the store, that a call names. */
    public Scope scope(HttpServletRequest request, Caller caller, Level level) {
        return scopes.resolve(
                caller.principal(),
                Optional.ofNullable(request.getHeader(Scopes.BUSINESS_HEADER)),
                Optional.ofNullable(request.getHeader(Scopes.STORE_HEADER)),
                level);
    }

    private EntityType typeInPath(HttpServletRequest request) {
        Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return types.find(String.valueOf(variables.get("type")))
                .filter(type -> type.level() != Level.INSTALLATION)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, "There is nothing at this path.")
                        .toException());
    }

    /** The caller may not do this. */
    public static RuntimeException forbidden() {
        return Problem.of(ProblemCode.FORBIDDEN, "Your role does not allow this here. Ask an admin of the business.")
                .toException();
    }
}
