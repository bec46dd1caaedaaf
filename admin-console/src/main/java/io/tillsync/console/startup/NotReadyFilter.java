package io.tillsync.console.startup;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns callers away, to come back soon, while the process is not ready: before its database is prepared, and when it is going down. */
@Component
@FilterRegistration(urlPatterns = {"/api/*", "/socket.io/*"})
@Order(Ordered.HIGHEST_PRECEDENCE)
class NotReadyFilter extends OncePerRequestFilter {

    private static final String RETRY_AFTER_SECONDS = "2";
    private static final String PROBLEM = """
            {"type":"about:blank","title":"Service Unavailable","status":503,"code":"unavailable",\
            "detail":"The server is waiting for its database, or is about to stop. Ask again."}""";

    private final ApplicationAvailability availability;

    NotReadyFilter(ApplicationAvailability availability) {
        this.availability = availability;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC) {
            next.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.getOutputStream().write(PROBLEM.getBytes(StandardCharsets.UTF_8));
    }
}
