package io.tillsync.console.login;

import io.tillsync.audit.log.Origin;
import io.tillsync.core.tenancy.Sessions;
import io.tillsync.core.tenancy.TenancyProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What follows from logging in and out. A page is sent on to where its visitor was; a script, that asks from within a page whose session
 * has ended, is told how it went, and which token to send against forgery from now on.
 */
@Component
public final class LogInAnswers {

    /** Sent by scripts, which stay where they are. */
    static final String FROM_SCRIPT = "X-From-Script";

    /** A header holds no more of what anybody may have sent. */
    private static final int LONGEST_NAME = 100;

    private final Sessions sessions;
    private final TenancyProperties properties;

    LogInAnswers(Sessions sessions, TenancyProperties properties) {
        this.sessions = sessions;
        this.properties = properties;
    }

    public void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SessionCookie.write(
                request, response, ((VisitorToken) authentication).visitor().token(), properties.sessionLasts());
        if (isFromScript(request)) {
            CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
            response.setHeader(token.getHeaderName(), token.getToken());
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.sendRedirect(LocalAddress.of(request.getParameter("next")));
        }
    }

    public void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        boolean isThrottled = fault instanceof LockedException;
        if (isFromScript(request)) {
            response.setStatus(
                    isThrottled ? HttpStatus.TOO_MANY_REQUESTS.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
            return;
        }
        response.sendRedirect(UriComponentsBuilder.fromPath("/login")
                .queryParam(isThrottled ? "throttled" : "wrong")
                .queryParam("name", "{name}")
                .queryParam("next", "{next}")
                .encode()
                .buildAndExpand(
                        Optional.ofNullable(request.getParameter("username"))
                                .filter(name -> name.length() <= LONGEST_NAME)
                                .orElse(""),
                        LocalAddress.of(request.getParameter("next")))
                .toUriString());
    }

    /** Ends the session before anything is answered. */
    public void loggedOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request)
                .ifPresent(token -> sessions.logOut(token, Origin.CONSOLE, Optional.of(request.getRemoteAddr())));
        SessionCookie.clear(request, response);
    }

    private static boolean isFromScript(HttpServletRequest request) {
        return request.getHeader(FROM_SCRIPT) != null;
    }
}
