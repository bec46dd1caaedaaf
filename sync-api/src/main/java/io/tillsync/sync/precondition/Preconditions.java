package io.tillsync.sync.precondition;

import io.tillsync.core.type.SystemFields;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/**
 * The conditions that a request came with. A read asks {@link #isNotModified}; a write looks at {@link #ifMatch}.
 *
 * @param ifMatch the versions that a write is based on
 * @param ifNoneMatch the versions that the caller holds
 * @param ifModifiedSince the time of the state that the caller holds; absent where it is no date, or where
 *     {@code If-None-Match} says it better (RFC 9110 §13.1.3)
 */
public record Preconditions(
        Optional<EntityTags> ifMatch, Optional<EntityTags> ifNoneMatch, Optional<Instant> ifModifiedSince) {

    /**
     * Reads the three headers.
     *
     * @throws io.tillsync.sync.problem.ProblemException 400 {@code malformed-request} for a malformed tag
     */
    public static Preconditions of(HttpServletRequest request) {
        var ifNoneMatch = tags(request, "If-None-Match");
        String since = ifNoneMatch.isPresent() ? null : request.getHeader("If-Modified-Since");
        return new Preconditions(tags(request, "If-Match"), ifNoneMatch, date(since));
    }

    /**
     * Whether a 304 tells the caller everything. By date only where that second is over: a state of the same second as
     * {@code lastModified} could otherwise still follow, and be missed for ever.
     *
     * @param current the tag of the state that would be sent
     * @param lastModified when that state came to be
     */
    public boolean isNotModified(ETag current, Instant lastModified, Instant now) {
        if (ifNoneMatch.isPresent()) {
            return ifNoneMatch.get().matchWeakly(current);
        }
        Instant second = lastModified.truncatedTo(ChronoUnit.SECONDS);
        boolean over = !now.isBefore(second.plusSeconds(1));
        return over && ifModifiedSince.filter(since -> !second.isAfter(since)).isPresent();
    }

    /** The same, of a state of an entity. */
    public boolean isNotModified(Document state, Instant now) {
        return isNotModified(EntityTags.ofVersion(SystemFields.version(state)), SystemFields.updatedAt(state), now);
    }

    private static Optional<EntityTags> tags(HttpServletRequest request, String header) {
        var lines = request.getHeaders(header);
        return lines.hasMoreElements() ? Optional.of(EntityTags.parse(header, lines)) : Optional.empty();
    }

    private static Optional<Instant> date(@Nullable String text) {
        return text == null ? Optional.empty() : HttpDate.parse(text);
    }
}
