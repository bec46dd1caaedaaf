package io.tillsync.core.tenancy;

import io.tillsync.core.type.FieldError;
import java.util.List;

/** What became of a till that wanted to enrol. */
public sealed interface Enrolment {

    /**
     * The till is that terminal from now on, and any device that was it before no longer is.
     *
     * @param token shown this once
     */
    record Enrolled(Terminal terminal, String token) implements Enrolment {}

    /** The code is unknown, used or expired, or its terminal is revoked: which of these is told to nobody. */
    record Refused() implements Enrolment {}

    /** The code is right, and can still be used; what the till says of itself cannot be kept. */
    record Invalid(List<FieldError> errors) implements Enrolment {}
}
