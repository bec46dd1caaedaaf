package io.tillsync.sync.precondition;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Answers reads that have validators (RFC 9110 §8.8). Straight on the response: about a {@code ResponseEntity} with an {@code ETag} or a
 * {@code Last-Modified} Spring would decide on the 304 by itself, and does not know that a date is good only when its second is over, nor
 * that a client's own token has to be at the heads.
 */
public final class ConditionalRead {

    private ConditionalRead() {}

    /**
     * What a controller returns.
     *
     * @param isKnown whether the caller has what would be sent: then it is a 304, and nothing is sent
     */
    public static <T> @Nullable T answer(
            HttpServletResponse response, HttpHeaders headers, boolean isKnown, Supplier<? extends T> body) {
        headers.forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        if (isKnown) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return null;
        }
        return body.get();
    }
}
