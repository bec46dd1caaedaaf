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
    /** No user has a longer one, but anybody can send one that fills the memory. */
    private static final int LONGEST_NAME = 100;

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

    /**
     * Counts a guess. Done before the password is looked at, and taken back by {@link #succeeded}: of many that come at once, none is
     * looked at that those before it would forbid.
     */
    void failed(String username, String address) {
        add(both(username, address));
        add(name(username));
        add(address(address));
    }

    private void add(String key) {
        failures.asMap().merge(key, 1, Integer::sum);
    }

    /** Forgets the wrong ones of whoever was right, and that this was one of the guesses counted for the name and the address. */
    void succeeded(String username, String address) {
        failures.invalidate(both(username, address));
        takeBack(name(username));
        takeBack(address(address));
    }

    private void takeBack(String key) {
        failures.asMap().computeIfPresent(key, (same, count) -> count > 1 ? count - 1 : null);
    }

    private static String both(String username, String address) {
        return name(username) + " " + address(address);
    }

    private static String name(String username) {
        String start = username.substring(0, Math.min(username.length(), LONGEST_NAME));
        return "name " + start.toLowerCase(Locale.ROOT);
    }

    private static String address(String address) {
        return "address " + address;
    }
}
