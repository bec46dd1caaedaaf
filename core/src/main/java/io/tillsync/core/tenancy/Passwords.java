package io.tillsync.core.tenancy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillsync.core.type.FieldError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which passwords are taken. */
public final class Passwords {

    static final String FIELD = "password";

    private static final int SHORTEST = 8;
    /** BCrypt looks at no more (org.springframework.security.crypto.bcrypt.BCrypt). */
    private static final int LONGEST_BYTES = 72;

    private Passwords() {}

    /** What is wrong with a value that is to become a password. */
    public static Optional<FieldError> fault(@Nullable Object raw) {
        if (raw == null) {
            return Optional.of(FieldError.required(FIELD));
        }
        if (!(raw instanceof String password)) {
            return Optional.of(FieldError.wrongType(FIELD, "a text"));
        }
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(new FieldError(FIELD, "too-short", "must have at least " + SHORTEST + " characters"));
        }
        return isTooLong(password)
                ? Optional.of(
                        new FieldError(FIELD, "too-long", "must have at most " + LONGEST_BYTES + " bytes, in UTF-8"))
                : Optional.empty();
    }

    static boolean isTooLong(String password) {
        return password.length() > LONGEST_BYTES || password.getBytes(UTF_8).length > LONGEST_BYTES;
    }
}
