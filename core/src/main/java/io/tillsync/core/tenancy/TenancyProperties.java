package io.tillsync.core.tenancy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long it takes until one has to show again who one is.
 *
 * @param sessionLasts from a user's log-in to the end of the token
 * @param enrolmentLasts within which a terminal's code has to be used
 */
@ConfigurationProperties("tillsync.tenancy")
public record TenancyProperties(
        @DefaultValue("12h") Duration sessionLasts,
        @DefaultValue("24h") Duration enrolmentLasts) {

    private static final Duration LONGEST = Duration.ofDays(365);

    public TenancyProperties {
        check("session-lasts", sessionLasts);
        check("enrolment-lasts", enrolmentLasts);
    }

    private static void check(String name, Duration duration) {
        if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "tillsync.tenancy." + name + " must be more than 0 and at most 365d, not " + duration);
        }
    }

    /** For what needs no other. */
    public static TenancyProperties defaults() {
        return new TenancyProperties(Duration.ofHours(12), Duration.ofHours(24));
    }
}
