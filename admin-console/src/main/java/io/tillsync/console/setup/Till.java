package io.tillsync.console.setup;

import io.tillsync.core.read.Lags.Lag;
import java.time.Instant;
import java.util.Optional;

/**
 * A terminal as those see it who look after it.
 *
 * @param heard when it was last heard of; empty for one that has not enrolled yet
 * @param lag how far behind it is; empty where it has not said what it knows, or has to load everything anew
 * @param isLost whether what it knows is of another history, so that it has to load everything anew
 * @param version the one to base a change on
 */
public record Till(
        String id,
        String name,
        State state,
        Optional<Instant> heard,
        Optional<Lag> lag,
        boolean isLost,
        Optional<String> device,
        Optional<String> appVersion,
        Optional<Instant> enrolledAt,
        long version) {

    /** How it stands with a till. */
    public enum State {
        ONLINE,
        /** Not heard of for some minutes. */
        OFFLINE,
        /** Not heard of for a day. */
        SILENT,
        /** It has a code that it has not used yet. */
        WAITING,
        /** It has never enrolled, and its code is too old. */
        EXPIRED,
        REVOKED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public boolean isEnrolled() {
            return this == ONLINE || this == OFFLINE || this == SILENT;
        }
    }

    public boolean isOnline() {
        return state == State.ONLINE;
    }

    public boolean isRevoked() {
        return state == State.REVOKED;
    }

    /** Whether there is something that it does not know yet. */
    public boolean isBehind() {
        return lag.filter(behind -> behind.commits() > 0).isPresent();
    }
}
