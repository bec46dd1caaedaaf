package io.tillsync.console.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords: so many wrong ones in a minute for one name from one address, and more of them for a name from
 * anywhere, or for any names from one address. A right one meanwhile is refused too, else guessing would go on at full speed.
 */
@Component
final class Guesses {

    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final int OF_NAME_AND_ADDRESS = 5;
    private static final int OF_NAME = 30;
    private static final int OF_ADDRESS = 60;
    private static final int MOST_KNOWN = 100_000;

    private final Cache<String, Integer> failures;

    Guesses(Clock clock) {
        this.failures = Caffeine.newBuilder()
                .maximumSize(MOST_KNOWN)
                .expireAfterWrite(WINDOW)
                .ticker(ticker(clock))
                .executor(Runnable::run)
                .build();
    }

    private static Ticker ticker(Clock clock) {
        return () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    boolean areTooMany(String username, String address) {
        return count(both(username, address)) >= OF_NAME_AND_ADDRESS
                || count(name(username)) >= OF_NAME
                || count(address(address)) >= OF_ADDRESS;
    }

    private int count(String key) {
        Integer count = failures.getIfPresent(key);
        return count == null ? 0 : count;
    }

    void failed(String username, String address) {
        add(both(username, address));
        add(name(username));
        add(address(address));
    }

    private void add(String key) {
        failures.asMap().merge(key, 1, Integer::sum);
    }

    void succeeded(String username, String address) {
        failures.invalidate(both(username, address));
    }

    private static String both(String username, String address) {
        return name(username) + " " + address(address);
    }

    private static String name(String username) {
        return "name " + username.toLowerCase(Locale.ROOT);
    }

    private static String address(String address) {
        return "address " + address;
    }
}
