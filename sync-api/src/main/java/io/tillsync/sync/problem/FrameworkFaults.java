package io.tillsync.sync.problem;

import java.time.Duration;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What routing, security and the container refuse before a controller is asked. */
final class FrameworkFaults {
    private FrameworkFaults() {}

    static Optional<Problem> problemFor(Throwable fault) {
        return routing(fault).or(() -> security(fault)).or(() -> container(fault));
    }

    private static Optional<Problem> routing(Throwable fault) {
        return switch (fault) {
            case HttpRequestMethodNotSupportedException wrong ->
                problem(ProblemCode.METHOD_NOT_ALLOWED, "Allow names what is allowed.", wrong.getHeaders());
            case HttpMediaTypeNotSupportedException wrong ->
                problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Accept names what is supported.", wrong.getHeaders());
            case HttpMediaTypeNotAcceptableException wrong ->
                problem(ProblemCode.NOT_ACCEPTABLE, "Accept application/json.", new HttpHeaders());
            case NoHandlerFoundException missing -> notFound();
            case NoResourceFoundException missing -> notFound();
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> security(Throwable fault) {
        return switch (fault) {
            case AccessDeniedException denied ->
                Optional.of(Problem.of(ProblemCode.FORBIDDEN, "The caller's role does not allow this."));
            case AuthenticationException refused ->
                Optional.of(Problem.of(ProblemCode.UNAUTHENTICATED, "Send Authorization: Bearer with a valid token."));
            case RequestRejectedException rejected ->
                Optional.of(Problem.of(ProblemCode.MALFORMED_REQUEST, "The address or a header is not acceptable."));
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> container(Throwable fault) {
        return switch (fault) {
            case AsyncRequestTimeoutException late ->
                Optional.of(Problem.unavailable(Duration.ofSeconds(1), "This took too long. Try again."));
            // since Tomcat 11 an unreadable query or form is told where a parameter is asked for
            case InvalidParameterException wrong ->
                Optional.of(Problem.of(ProblemCode.forStatus(wrong.getErrorCode()), "The query cannot be decoded."));
            case ErrorResponse other -> ofStatus(other.getStatusCode().value(), other.getHeaders());
            case MultipartException unreadable ->
                Optional.of(Problem.of(ProblemCode.MALFORMED_REQUEST, "The multipart body cannot be read."));
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> ofStatus(int status, HttpHeaders headers) {
        if (status < 400 || status == 500) {
            return Optional.empty();
        }
        var code = ProblemCode.forStatus(status);
        return problem(code, code.title() + ".", headers).map(problem -> problem.withStatus(status));
    }

    private static Optional<Problem> notFound() {
        return Optional.of(Problem.of(ProblemCode.NOT_FOUND, "Nothing is served at this address."));
    }

    private static Optional<Problem> problem(ProblemCode code, String detail, HttpHeaders headers) {
        var problem = Problem.of(code, detail);
        for (String name : headers.headerNames()) {
            problem = problem.withHeader(name, String.join(", ", headers.getOrEmpty(name)));
        }
        return Optional.of(problem);
    }
}
