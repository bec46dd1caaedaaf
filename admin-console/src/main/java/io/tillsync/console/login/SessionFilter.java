package io.tillsync.console.login;

import io.tillsync.console.page.Visitor;
import io.tillsync.core.tenancy.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who looks from the session's cookie; one that does not count leaves the visitor unknown. */
public final class SessionFilter extends OncePerRequestFilter {

    private final Sessions sessions;

    public SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SessionCookie.read(request)
                .ifPresent(token -> sessions.authenticate(token)
                        .filter(principal -> !principal.isTerminal())
                        .map(principal -> new Visitor(principal, token, request.getRemoteAddr()))
                        .ifPresent(visitor ->
                                SecurityContextHolder.getContext().setAuthentication(new VisitorToken(visitor))));
        chain.doFilter(request, response);
    }
}
