package io.tillsync.sync.precondition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PreconditionsTest {
    private static final Instant MODIFIED = Instant.parse("2026-01-16T10:30:00.500Z");
    private static final Instant LATER = MODIFIED.plusSeconds(60);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', nullValues = "-", textBlock = """
            -,       -,                               false
            "v5",    -,                               true
            "v4",    -,                               false
            *,       -,                               true
            -,       'Fri, 16 Jan 2026 10:30:00 GMT', true
            -,       'Fri, 16 Jan 2026 10:29:59 GMT', false
            -,       'Fri, 16 Jan 2026 10:31:00 GMT', true
            -,       yesterday,                       false
            "v4",    'Fri, 16 Jan 2026 10:31:00 GMT', false
            "v5",    'Fri, 16 Jan 2026 10:00:00 GMT', true
            """)
    void decideBetween200And304(String ifNoneMatch, String ifModifiedSince, boolean notModified) {
        var request = new MockHttpServletRequest();
        Optional.ofNullable(ifNoneMatch).ifPresent(value -> request.addHeader("If-None-Match", value));
        Optional.ofNullable(ifModifiedSince).ifPresent(value -> request.addHeader("If-Modified-Since", value));

        assertThat(Preconditions.of(request).isNotModified(EntityTags.ofVersion(5), MODIFIED, LATER))
                .isEqualTo(notModified);
    }

    @Test
    void trustNoDateWhoseSecondIsNotOver() {
        var held = new Preconditions(
                Optional.empty(), Optional.empty(), Optional.of(Instant.parse("2026-01-16T10:30:00Z")));
        var tag = EntityTags.ofVersion(5);

        assertThat(held.isNotModified(tag, MODIFIED, Instant.parse("2026-01-16T10:30:00.999Z")))
                .isFalse();
        assertThat(held.isNotModified(tag, MODIFIED, Instant.parse("2026-01-16T10:30:01Z")))
                .isTrue();
    }
}
