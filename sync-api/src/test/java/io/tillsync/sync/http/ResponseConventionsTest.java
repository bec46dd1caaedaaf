package io.tillsync.sync.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ResponseConventionsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-16T10:30:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/sync/check");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void givesALongPollTheTimeOfItsEnd() throws Exception {
        new ResponseConventions(new CommonHeaders(clock)).doFilter(request, response, (same, answer) -> {
            now.set(Instant.parse("2026-01-16T10:30:25Z"));
            answer.flushBuffer();
            now.set(Instant.parse("2026-01-16T10:31:00Z"));
        });

        assertThat(response.getHeader("X-Server-Time")).isEqualTo("2026-01-16T10:30:25.000Z");
    }

    @Test
    void givesAnAnswerWithoutABodyTheTimeOfItsEndToo() throws Exception {
        new ResponseConventions(new CommonHeaders(clock))
                .doFilter(request, response, (same, answer) -> now.set(Instant.parse("2026-01-16T10:30:25Z")));

        assertThat(response.getHeader("X-Server-Time")).isEqualTo("2026-01-16T10:30:25.000Z");
    }
}
