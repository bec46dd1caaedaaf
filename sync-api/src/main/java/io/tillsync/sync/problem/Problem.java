package io.tillsync.sync.problem;

import io.tillsync.core.type.FieldError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as clients see it (RFC 9457).
 *
 * @param status as a rule the code's own; a version conflict is also told with 412
 * @param detail what is wrong this time, and what to do about it; never holds secrets or internals
 * @param errors what is wrong with single fields; empty where it is not about fields
 * @param members further members of the answer, in order; a null value is left out
 * @param headers further headers, such as {@code Allow}
 */
public record Problem(
        ProblemCode code,
        int status,
        String detail,
        List<FieldError> errors,
        Map<String, @Nullable Object> members,
        Map<String, String> headers) {

    private static final Set<String> RESERVED = Set.of("type", "title", "status", "code", "detail", "errors");

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("not the status of a refusal: " + status);
        }
        members.keySet().stream().filter(RESERVED::contains).findAny().ifPresent(name -> {
            throw new IllegalArgumentException("RFC 9457 or Tillsync uses this member itself: " + name);
        });
        errors = List.copyOf(errors);
    }

    /** A refusal with the code's own status and nothing but an explanation. */
    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, code.status(), detail, List.of(), Map.of(), Map.of());
    }

    /** A refusal that names fields or parameters. */
    public static Problem of(ProblemCode code, String detail, List<FieldError> errors) {
        return new Problem(code, code.status(), detail, errors, Map.of(), Map.of());
    }

    /** A refusal of one parameter. */
    public static Problem ofParameter(String name, String code, String message) {
        return of(
                ProblemCode.INVALID_PARAMETER,
                "%s: %s.".formatted(name, message),
                List.of(new FieldError(name, code, message)));
    }

    /** A failure that passes by itself: the caller should try again after the time given. */
    public static Problem unavailable(Duration retryAfter, String detail) {
        return of(ProblemCode.UNAVAILABLE, detail)
                .withHeader("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
    }

    /** The same under another status, as for a version that came by {@code If-Match} (412). */
    public Problem withStatus(int other) {
        return new Problem(code, other, detail, errors, members, headers);
    }

    /** The same with one more member; a null value is left out of the answer. */
    public Problem with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(code, status, detail, errors, more, headers);
    }

    /** The same with one more header, which replaces one of that name. */
    public Problem withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(code, status, detail, errors, members, more);
    }

    /** To be thrown. */
    public ProblemException toException() {
        return new ProblemException(this);
    }
}
