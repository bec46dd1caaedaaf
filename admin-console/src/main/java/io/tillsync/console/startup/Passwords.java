package io.tillsync.console.startup;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Passwords that come with the configuration: the same are taken as of any user, but said before the database is asked. */
public final class Passwords {

    private static final int LEAST_CHARACTERS = 8;
    private static final int MOST_BYTES = 72;

    private Passwords() {}

    /**
     * Lets a password pass that can be taken, or none.
     *
     * @throws IllegalArgumentException about the property of that name, without its value
     */
    public static void check(String property, @Nullable String password) {
        if (password != null
                && (password.codePointCount(0, password.length()) < LEAST_CHARACTERS
                        || password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES)) {
            throw new IllegalArgumentException(property + " must have at least " + LEAST_CHARACTERS
                    + " characters, and at most " + MOST_BYTES + " bytes in UTF-8");
        }
    }
}
