package io.tillsync.sync.http;

import io.tillsync.core.trace.DatabaseWork;
import io.tillsync.core.trace.SomeLines;
import io.tillsync.core.trace.Waits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Tells in the log of requests that took long, and how much of that the database took. What a long poll has waited for something to happen is
 * not counted, and streams are left out. The address is told by its pattern: what stands in it may be somebody's.
 */
final class SlowRequests extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SlowRequests.class);

    private final Duration slow;
    private final SomeLines lines = SomeLines.atMost(20, Duration.ofMinutes(1));

    SlowRequests(Duration slow) {
        this.slow = slow;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long started = System.nanoTime();
        DatabaseWork.begin();
        Waits.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - started).minus(Waits.soFar());
            if (took.compareTo(slow) >= 0 && !request.isAsyncStarted()) {
                tell(request, response.getStatus(), took);
            }
        }
    }

    /** Probes wait for what they ask about; who asks for metrics can see how long that takes. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    private void tell(HttpServletRequest request, int status, Duration took) {
        DatabaseWork.Sum database = DatabaseWork.soFar();
        lines.ifAllowed(leftOut -> LOG.warn(
                "Slow request: {} {} took {} ms and answered {}; the database took {} ms of it for {} commands, the longest {} ms ({}){}",
                request.getMethod(),
                pattern(request),
                took.toMillis(),
                status,
                database.time().toMillis(),
                database.commands(),
                database.longestTime().toMillis(),
                database.longest().isEmpty() ? "none" : database.longest(),
                leftOut));
    }

    private static String pattern(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .map(Object::toString)
                .orElse("(an address that nothing serves)");
    }
}
