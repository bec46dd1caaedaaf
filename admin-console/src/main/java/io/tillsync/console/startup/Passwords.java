package io.tillsync.console.startup;

import org.jspecify.annotations.Nullable;

/** Passwords that come with the configuration: the same are taken as of any user, but said before the database is asked. */
public final class Passwords {

    private Passwords() {}

    /**
     * Lets a password pass that can be taken, or none.
     *
     * @throws IllegalArgumentException about the property of that name, without its value
     */
    public static void check(String property, @Nullable String password) {
        if (password != null) {
            io.tillsync.core.tenancy.Passwords.fault(password).ifPresent(fault -> {
                throw new IllegalArgumentException(property + " " + fault.message());
            });
        }
    }
}
