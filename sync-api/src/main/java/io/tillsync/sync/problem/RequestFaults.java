package io.tillsync.sync.problem;

import static io.tillsync.sync.problem.ProblemCode.INVALID_PARAMETER;
import static io.tillsync.sync.problem.ProblemCode.MALFORMED_REQUEST;
import static io.tillsync.sync.problem.ProblemCode.VALIDATION_FAILED;

import io.tillsync.core.type.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** What Spring MVC says about parameters and bodies, in our words. */
final class RequestFaults {
    private RequestFaults() {}

    static Optional<Problem> problemFor(Throwable fault) {
        return Optional.ofNullable(
                switch (fault) {
                    case MissingServletRequestParameterException missing ->
                        Problem.ofParameter(missing.getParameterName(), "required", "is required");
                    case MissingRequestHeaderException missing ->
                        Problem.ofParameter(missing.getHeaderName(), "required", "is required");
                    case MethodArgumentTypeMismatchException wrong -> wrongType(wrong.getName(), wrong);
                    case TypeMismatchException wrong -> wrongType(String.valueOf(wrong.getPropertyName()), wrong);
                    case MethodArgumentNotValidException invalid -> invalid(invalid);
                    case HandlerMethodValidationException invalid ->
                        invalid.isForReturnValue() ? null : invalid(invalid);
                    case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
                    case ServletRequestBindingException unreadable ->
                        Problem.of(MALFORMED_REQUEST, "Something that the request needs is missing.");
                    default -> null;
                });
    }

    private static Problem wrongType(String name, TypeMismatchException wrong) {
        var type = wrong.getRequiredType();
        String expected = type == null ? "a value of another type" : type.getSimpleName();
        return Problem.ofParameter(name, "type", "must be readable as " + expected);
    }

    private static Problem invalid(MethodArgumentNotValidException invalid) {
        var errors = invalid.getFieldErrors().stream()
                .map(error -> fieldError(error.getField(), error))
                .toList();
        boolean body = invalid.getParameter().hasParameterAnnotation(RequestBody.class);
        return Problem.of(body ? VALIDATION_FAILED : INVALID_PARAMETER, "See errors for what is wrong.", errors);
    }

    private static Problem invalid(HandlerMethodValidationException invalid) {
        List<FieldError> errors = new ArrayList<>();
        for (var result : invalid.getParameterValidationResults()) {
            String name = String.valueOf(result.getMethodParameter().getParameterName());
            result.getResolvableErrors().forEach(error -> errors.add(fieldError(name, error)));
        }
        return Problem.of(INVALID_PARAMETER, "See errors for what is wrong.", errors);
    }

    private static FieldError fieldError(String name, MessageSourceResolvable error) {
        var codes = error.getCodes();
        // the last code is the bare name of the constraint, such as "Max"
        String code = codes == null || codes.length == 0 ? "invalid" : kebab(codes[codes.length - 1]);
        return new FieldError(name, code, String.valueOf(error.getDefaultMessage()));
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Null where a cause says it better. */
    private static @Nullable Problem unreadable(HttpMessageNotReadableException unreadable) {
        var cause = unreadable.getCause();
        if (cause == null || cause instanceof JacksonException) {
            return Problem.of(MALFORMED_REQUEST, "The request needs a body that is one JSON object.");
        }
        return null;
    }
}
