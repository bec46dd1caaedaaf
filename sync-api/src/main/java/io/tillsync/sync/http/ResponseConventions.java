package io.tillsync.sync.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The headers of every answer, also of refusals, 304s and error pages. They are set when the answer is about to leave,
 * so that a long poll's {@code X-Server-Time} is that of its end; and at the start, for answers that leave unseen.
 */
final class ResponseConventions extends OncePerRequestFilter {
    private final CommonHeaders headers;

    ResponseConventions(CommonHeaders headers) {
        this.headers = headers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var leaving = new Leaving(response, ApiPath.matches(request));
        leaving.complete();
        try {
            chain.doFilter(request, leaving);
        } finally {
            if (!leaving.isCommitted() && !request.isAsyncStarted()) {
                leaving.complete();
            }
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private final class Leaving extends OnCommittedResponseWrapper {
        private final HttpServletResponse response;
        private final boolean api;

        Leaving(HttpServletResponse response, boolean api) {
            super(response);
            this.response = response;
            this.api = api;
        }

        @Override
        protected void onResponseCommitted() {
            complete();
        }

        private void complete() {
            headers.set(response, api);
        }
    }
}
