package io.tillsync.sync.call;

import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Base;
import io.tillsync.sync.precondition.Preconditions;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.ETag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The version that a write says it is based on.
 *
 * @param version empty where the caller named none
 * @param byHeader whether it came by {@code If-Match}, whose refusal has a status of its own (RFC 9110 §13.1.1)
 * @param error what is wrong with how the body names it; to be told only after it is known that the entity exists
 */
public record BaseVersion(OptionalLong version, boolean byHeader, Optional<FieldError> error) {

    private static final Pattern VERSION = Pattern.compile("v([1-9][0-9]{0,17})");
    private static final long NEVER = 0;
    private static final BaseVersion NONE = new BaseVersion(OptionalLong.empty(), false, Optional.empty());

    /** Looks at {@code If-Match}, then at the parameter, then at the body. */
    public static BaseVersion of(HttpServletRequest request, ObjectNode body) {
        Preconditions conditions = Preconditions.of(request);
        if (conditions.ifMatch().filter(tags -> !tags.any()).isPresent()) {
            List<ETag> tags = conditions.ifMatch().get().tags();
            if (tags.size() > 1) {
                throw Problem.of(
                                ProblemCode.MALFORMED_REQUEST,
                                "If-Match must name the one version that the change is based on.")
                        .toException();
            }
            return new BaseVersion(OptionalLong.of(version(tags.getFirst())), true, Optional.empty());
        }
        String parameter = request.getParameter(SystemFields.SYNC_VERSION);
        if (parameter != null) {
            return named(parameter);
        }
        JsonNode inBody = body.get(SystemFields.SYNC_VERSION);
        return inBody == null || inBody.isNull() ? NONE : named(inBody);
    }

    /** A tag that names no version, or a weak one, matches none. */
    private static long version(ETag tag) {
        Matcher matcher = VERSION.matcher(tag.tag());
        return !tag.weak() && matcher.matches() ? Long.parseLong(matcher.group(1)) : NEVER;
    }

    private static BaseVersion named(String parameter) {
        try {
            return new BaseVersion(OptionalLong.of(Long.parseLong(parameter)), false, Optional.empty());
        } catch (NumberFormatException e) {
            throw Problem.ofParameter(SystemFields.SYNC_VERSION, "wrong-type", "must be a whole number")
                    .toException();
        }
    }

    private static BaseVersion named(JsonNode node) {
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            if (number.precision() - number.scale() <= 18
                    && number.stripTrailingZeros().scale() <= 0) {
                return new BaseVersion(OptionalLong.of(number.longValueExact()), false, Optional.empty());
            }
        }
        FieldError error =
                new FieldError(SystemFields.SYNC_VERSION, "wrong-type", "must be the version as a whole number");
        return new BaseVersion(OptionalLong.empty(), false, Optional.of(error));
    }

    /** Whether the caller named none at all. */
    public boolean isMissing() {
        return version.isEmpty() && error.isEmpty();
    }

    /** What to tell a caller who named none. */
    public static Problem required() {
        return Problem.of(
                ProblemCode.PRECONDITION_REQUIRED,
                "Name the version that the change is based on: syncVersion in the body, or If-Match with the ETag.");
    }

    /** As it is asked of {@code core}; where there is none it meets no version. */
    public Base base() {
        return Base.version(version.orElse(NEVER));
    }
}
