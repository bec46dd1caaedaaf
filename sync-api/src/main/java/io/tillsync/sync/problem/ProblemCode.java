package io.tillsync.sync.problem;

import java.util.Locale;

/**
 * Every way in which a request can be refused. Clients switch on {@link #code()}, which never changes; its cause and
 * cure are in {@code docs/errors.md}.
 */
public enum ProblemCode {
    MALFORMED_REQUEST(400, "The request cannot be read"),
    INVALID_PARAMETER(400, "A parameter is missing or wrong"),
    INVALID_SYNC_TOKEN(400, "This is no sync token of this log"),
    UNAUTHENTICATED(401, "A valid bearer token is needed"),
    INVALID_CREDENTIALS(401, "The credentials are not right"),
    FORBIDDEN(403, "This is not allowed to the caller"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "This method is not allowed here"),
    NOT_ACCEPTABLE(406, "No acceptable representation"),
    VERSION_CONFLICT(409, "The change is based on another version"),
    DUPLICATE_VALUE(409, "The value is taken"),
    ALREADY_EXISTS(409, "The id is taken"),
    STILL_REFERENCED(409, "Others still point to it"),
    DELETED(410, "It was deleted"),
    RESYNC_REQUIRED(410, "A full sync is needed"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "This media type is not supported"),
    VALIDATION_FAILED(422, "Some fields are not valid"),
    IDEMPOTENCY_MISMATCH(422, "The idempotency key was used for another request"),
    PRECONDITION_REQUIRED(428, "A version or key is required"),
    RATE_LIMITED(429, "Too many requests"),
    INTERNAL_ERROR(500, "Something went wrong in the server"),
    UNAVAILABLE(503, "Temporarily unavailable");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** What clients see and switch on, such as {@code version-conflict}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status that goes with it, unless a {@link Problem} says otherwise. */
    public int status() {
        return status;
    }

    /** A short English summary that is the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The RFC 9457 {@code type}: a name rather than an address, so that it is the same in every installation. */
    public String type() {
        return "urn:tillsync:problem:" + code();
    }

    /** The code that fits a bare HTTP status best, for refusals that were not ours (the container's, the framework's). */
    static ProblemCode forStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405, 501 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 505 -> MALFORMED_REQUEST;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> RATE_LIMITED;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL_ERROR : MALFORMED_REQUEST;
        };
    }
}
