package io.tillsync.core.write;

import java.util.OptionalLong;

/**
 * The version that an edit is based on.
 *
 * @param syncVersion empty for an edit that holds whatever the current version is
 * @param merge whether a stale edit is merged where it changes other fields than those changed since; else it is refused
 */
public record Base(OptionalLong syncVersion, boolean merge) {

    public static Base version(long syncVersion) {
        return new Base(OptionalLong.of(syncVersion), false);
    }

    /** For the system's own edits, which nobody has thought out before a screen. */
    public static Base any() {
        return new Base(OptionalLong.empty(), false);
    }

    public Base merging() {
        return new Base(syncVersion, true);
    }

    boolean isMet(long current) {
        return syncVersion.isEmpty() || syncVersion.getAsLong() == current;
    }
}
