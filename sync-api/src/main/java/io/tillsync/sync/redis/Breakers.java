package io.tillsync.sync.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;

/** A circuit breaker that opens soon, and that no request closes by trying. */
final class Breakers {

    private static final int CALLS = 10;
    private static final int LEAST_CALLS = 5;
    private static final int HALF_OF_THEM = 50;
    private static final int MOST_OF_THEM = 80;

    private Breakers() {}

    /** Is open at first: nobody waits for a connection that is not there yet. */
    static CircuitBreaker of(Duration timeout) {
        CircuitBreaker breaker = CircuitBreaker.of(
                "redis",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(CALLS)
                        .minimumNumberOfCalls(LEAST_CALLS)
                        .failureRateThreshold(HALF_OF_THEM)
                        .slowCallDurationThreshold(slow(timeout))
                        .slowCallRateThreshold(MOST_OF_THEM)
                        .waitDurationInOpenState(Duration.ofDays(1_000))
                        .build());
        breaker.transitionToForcedOpenState();
        return breaker;
    }

    /** What takes longer is no help, though it comes in time. */
    static Duration slow(Duration timeout) {
        return timeout.dividedBy(2);
    }
}
