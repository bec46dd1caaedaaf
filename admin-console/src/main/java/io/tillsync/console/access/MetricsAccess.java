package io.tillsync.console.access;

import io.tillsync.core.tenancy.Permissions;
import io.tillsync.core.tenancy.Principal;
import io.tillsync.core.tenancy.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/** Metrics tell of all businesses: they are for the installation's admins, and for whoever reaches a management port of its own. */
@Component
class MetricsAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String SCHEME = "Bearer ";

    private final Sessions sessions;
    private final Environment environment;

    MetricsAccess(Sessions sessions, Environment environment) {
        this.sessions = sessions;
        this.environment = environment;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> unused, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(isOnManagementPort(request) || isOfAdmin(request));
    }

    /** For what changes something: whoever reaches a management port has to show who they are too. */
    AuthorizationManager<RequestAuthorizationContext> ofAdminsAlone() {
        return (unused, context) -> new AuthorizationDecision(isOfAdmin(context.getRequest()));
    }

    private boolean isOnManagementPort(HttpServletRequest request) {
        String port = String.valueOf(request.getLocalPort());
        return port.equals(environment.getProperty("local.management.port"))
                && !port.equals(environment.getProperty("local.server.port"));
    }

    private boolean isOfAdmin(HttpServletRequest request) {
        Optional<Principal> caller = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header ->
                        sessions.authenticate(header.substring(SCHEME.length()).strip()));
        caller.ifPresent(MetricsAccess::makeKnown);
        return caller.map(Principal::permissions)
                .filter(Permissions::ofInstallation)
                .isPresent();
    }

    /** For the rest of the request: who is known and may not is refused by 403, and not asked who they are. */
    private static void makeKnown(Principal caller) {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(caller.id(), "", List.of())));
    }
}
