package io.tillsync.sync.http;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;

/** What every answer carries, whoever gives it. */
public final class CommonHeaders {
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
        if (api) {
            response.setHeader("Vary", "Authorization, X-Store-Id, Accept-Encoding");
            if (!response.containsHeader("Cache-Control")) {
                response.setHeader("Cache-Control", "private, no-cache");
            }
        }
    }
}
