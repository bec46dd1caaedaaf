package io.tillsync.sync.redis;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which Redis is used, if any.
 *
 * @param url its address, which may hold a password and the number of a database; none where there is no Redis
 * @param timeout how long one command may take, 10 ms to 5 s
 */
@ConfigurationProperties("tillsync.redis")
record RedisProperties(
        @Nullable String url, @DefaultValue("200ms") Duration timeout) {

    private static final String RULE = "tillsync.redis.url must be the address of a Redis, such as"
            + " redis://user:password@host:6379/0, or rediss:// with TLS (special characters of a password percent-encoded)";
    private static final Duration LEAST = Duration.ofMillis(10);
    private static final Duration MOST = Duration.ofSeconds(5);

    RedisProperties {
        if (url != null) {
            parse(url);
        }
        if (timeout.compareTo(LEAST) < 0 || timeout.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("tillsync.redis.timeout must be 10ms to 5s, not " + timeout);
        }
    }

    Optional<String> named() {
        return Optional.ofNullable(url);
    }

    RedisURI address(String text) {
        RedisURI address = parse(text);
        address.setTimeout(timeout);
        address.setClientName("tillsync");
        return address;
    }

    private static RedisURI parse(String url) {
        try {
            return RedisURI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(RULE); // What the library says can hold the password.
        }
    }

    @Override
    public String toString() {
        return "RedisProperties"; // The address can hold a password.
    }
}
