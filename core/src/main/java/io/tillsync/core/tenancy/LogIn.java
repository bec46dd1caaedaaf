package io.tillsync.core.tenancy;

import java.time.Instant;

/** What became of somebody who wanted to log in. */
public sealed interface LogIn {

    /**
     * Somebody has shown who they are.
     *
     * @param token shown this once
     */
    record Succeeded(String token, Instant expiresAt, Principal principal) implements LogIn {}

    /** There is no such user, or with another password, or one that is disabled: which of these is told to nobody. */
    record Refused() implements LogIn {}
}
