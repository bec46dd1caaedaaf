package io.tillsync.console.startup;

import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns callers away, to come back soon, before the database is prepared. A process that stops serves them to its end. */
@Component
@FilterRegistration(urlPatterns = {"/api/*", "/socket.io/*"})
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class NotReadyFilter extends OncePerRequestFilter {

    private static final Problem NOT_READY =
            Problem.unavailable(Duration.ofSeconds(2), "This server waits for its database. Ask again.");

    private final ApplicationAvailability availability;
    private final ProblemWriter problems;
    private volatile boolean wasReady;

    NotReadyFilter(ApplicationAvailability availability, ProblemWriter problems) {
        this.availability = availability;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (isPrepared()) {
            next.doFilter(request, response);
        } else {
            problems.write(NOT_READY, response);
        }
    }

    private boolean isPrepared() {
        if (!wasReady) {
            wasReady = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
        }
        return wasReady;
    }
}
