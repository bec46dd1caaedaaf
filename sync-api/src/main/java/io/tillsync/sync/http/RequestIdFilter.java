package io.tillsync.sync.http;

import io.tillsync.core.trace.RequestIds;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request its id, the caller's own where it has sent one, for all that is logged, written and answered meanwhile. */
final class RequestIdFilter extends OncePerRequestFilter {

    private static final String OF_REQUEST = RequestIdFilter.class.getName() + ".id";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MDC.put(RequestIds.KEY, id(request));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(RequestIds.KEY);
        }
    }

    /** The same for all dispatches of a request. */
    private static String id(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(OF_REQUEST)).orElseGet(() -> {
            String id = RequestIds.of(request.getHeader(CommonHeaders.REQUEST_ID));
            request.setAttribute(OF_REQUEST, id);
            return id;
        });
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
