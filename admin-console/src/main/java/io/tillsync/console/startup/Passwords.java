package io.tillsync.console.startup;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** What a password that comes with the configuration has to be like. */
public final class Passwords {

    /** In words, for messages. */
    public static final String RULE = "must have at least 8 characters and at most 72 bytes";

    private static final int LEAST_CHARACTERS = 8;
    private static final int MOST_BYTES = 72; // More of it would not count: bcrypt reads no further.

    private Passwords() {}

    /**
     * Lets a good password pass, or none.
     *
     * @throws InvalidConfigurationPropertyValueException about the property of that name, without the value
     */
    public static void check(String property, @Nullable String password) {
        if (password != null
                && (password.codePointCount(0, password.length()) < LEAST_CHARACTERS
                        || password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES)) {
            throw new InvalidConfigurationPropertyValueException(property, null, RULE);
        }
    }
}
