package io.tillsync.core.tenancy;

import java.time.Instant;

/**
 * What a terminal enrols with, once.
 *
 * @param value ten characters of Crockford's base 32, which leaves out those that are mistaken for others
 */
public record EnrolmentCode(String value, Instant expiresAt) {

    private static final int GROUP = 5;

    /** In two groups, as people read it out. */
    public String grouped() {
        return value.substring(0, GROUP) + "-" + value.substring(GROUP);
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return "EnrolmentCode until " + expiresAt;
    }
}
