package io.tillsync.sync.metrics;

import io.tillsync.core.tenancy.TerminalLags.Standing;
import java.time.Duration;

/** How far a till is behind, in a few steps; those that are off are counted apart: that they lack something is no fault. */
enum LagStep {
    NEVER("never", false),
    CURRENT("current", true),
    UNDER_A_MINUTE("under-1m", true),
    UNDER_TEN_MINUTES("under-10m", true),
    UNDER_AN_HOUR("under-1h", true),
    MORE("more", true),
    OFF_CURRENT("current", false),
    OFF_BEHIND("behind", false);

    private final String word;
    private final boolean isOnline;

    LagStep(String word, boolean isOnline) {
        this.word = word;
        this.isOnline = isOnline;
    }

    static LagStep of(Standing till) {
        Duration behind = till.behind();
        if (!till.isOnline()) {
            return behind.isPositive() ? OFF_BEHIND : OFF_CURRENT;
        }
        if (!behind.isPositive()) {
            return CURRENT;
        }
        if (behind.toMinutes() < 1) {
            return UNDER_A_MINUTE;
        }
        if (behind.toMinutes() < 10) {
            return UNDER_TEN_MINUTES;
        }
        return behind.toHours() < 1 ? UNDER_AN_HOUR : MORE;
    }

    String word() {
        return word;
    }

    boolean isOnline() {
        return isOnline;
    }
}
