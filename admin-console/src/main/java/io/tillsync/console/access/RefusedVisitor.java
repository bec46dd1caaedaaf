package io.tillsync.console.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Refuses what is known to nobody as if it did not exist. A request with an outdated token against forgery, of a tab that was open while
 * somebody logged in in another one, comes back with the present one, which only our own pages can read: they send it again by themselves.
 */
final class RefusedVisitor implements AccessDeniedHandler {

    private static final String METRICS = "/actuator/";

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException fault)
            throws IOException {
        if (fault instanceof CsrfException) {
            CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
            response.setHeader(token.getHeaderName(), token.getToken());
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            boolean isThere = request.getRequestURI().startsWith(METRICS);
            response.sendError((isThere ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND).value());
        }
    }
}
