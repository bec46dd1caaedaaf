package io.tillsync.sync.auth;

import io.tillsync.core.tenancy.Sessions;
import io.tillsync.core.tenancy.Sightings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who calls from {@code Authorization: Bearer …} (RFC 6750 §2.1); a token that does not count leaves the caller unknown. */
final class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Sessions sessions;
    private final Sightings sightings;

    BearerFilter(Sessions sessions, Sightings sightings) {
        this.sessions = sessions;
        this.sightings = sightings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        token(request)
                .ifPresent(token -> sessions.authenticate(token)
                        .map(principal -> new Caller(principal, token, request.getRemoteAddr()))
                        .ifPresent(caller -> {
                            sightings.heard(caller.principal().subject());
                            SecurityContextHolder.getContext().setAuthentication(new CallerToken(caller));
                        }));
        chain.doFilter(request, response);
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
