package io.tillsync.core.tenancy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What somebody is there for; {@link Permissions} says what each may do. */
public enum Role {
    /** Of the installation where the user belongs to no business, else of that business. */
    ADMIN,
    MANAGER,
    AUDITOR,
    CASHIER,
    /** Never a user's. */
    TERMINAL;

    /** The name of the role on the wire and in states. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Those that a user can have. */
    static List<String> ofUsers() {
        return Arrays.stream(values())
                .filter(role -> role != TERMINAL)
                .map(Role::word)
                .toList();
    }
}
