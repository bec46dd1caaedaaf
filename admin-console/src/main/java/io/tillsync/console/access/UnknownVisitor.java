package io.tillsync.console.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.UriUtils;

/**
 * Sends whoever asks for a screen without a session to log in, and from there back to it. A part of a screen is refused instead: the
 * screen asks for the password in its own place, so that what was typed stays there.
 */
final class UnknownVisitor implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        if (isScreen(request)) {
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            String next = UriUtils.encode(request.getRequestURI() + query, "UTF-8");
            response.sendRedirect("/login?next=" + next);
        } else {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        }
    }

    private static boolean isScreen(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getMethod().equals(HttpMethod.GET.name())
                && request.getHeader("HX-Request") == null
                && accept != null
                && accept.contains("text/html");
    }
}
