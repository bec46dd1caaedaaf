package io.tillsync.sync.http;

import io.tillsync.core.trace.RequestIds;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;

/** What every answer carries, whoever gives it. */
public final class CommonHeaders {

    /** By which a caller names its request, or is told what it is named here. */
    static final String REQUEST_ID = "X-Request-Id";

    private final Clock clock;

    public CommonHeaders(Clock clock) {
        this.clock = clock;
    }

    /**
     * Sets {@code X-Server-Time} to the present, by which tills tell how far off their own clock is; may be called
     * again.
     *
     * @param api whether the answer is the API's, which depends on who asks and is asked for again each time
     */
    public void set(HttpServletResponse response, boolean api) {
        response.setHeader("X-Server-Time", Timestamps.format(clock.instant()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(REQUEST_ID, id(response));
        if (api) {
            response.setHeader("Vary", "Authorization, X-Store-Id, Accept-Encoding");
            if (!response.containsHeader("Cache-Control")) {
                response.setHeader("Cache-Control", "private, no-cache");
            }
        }
    }

    /** What the server refuses before any request has begun has an id too, for the caller to ask about. */
    private static String id(HttpServletResponse response) {
        return RequestIds.current()
                .or(() -> Optional.ofNullable(response.getHeader(REQUEST_ID)))
                .orElseGet(() -> RequestIds.of(null));
    }
}
