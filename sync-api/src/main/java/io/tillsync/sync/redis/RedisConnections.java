package io.tillsync.sync.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Connections to Redis, opened by whoever calls {@link #open} and none before. One that is lost comes back by itself; what is asked
 * meanwhile is refused at once, and is never kept for later.
 */
@Component
class RedisConnections {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 1_000;
    private static final int THREADS = 2;

    private final RedisProperties properties;
    private final ObjectProvider<RedisServer> own;
    private volatile @Nullable LettuceConnectionFactory factory;
    private @Nullable ClientResources resources;
    private boolean isClosed;

    RedisConnections(RedisProperties properties, ObjectProvider<RedisServer> own) {
        this.properties = properties;
        this.own = own;
    }

    /** The connection that all share; closing it means only that one is done. */
    RedisConnection get() {
        LettuceConnectionFactory open = factory;
        if (open == null) {
            throw new IllegalStateException("Not connected yet");
        }
        return open.getConnection();
    }

    /** Starts what connects, once; takes as long as it takes to find out where. */
    void open() {
        if (factory == null) {
            String url = properties.named().orElseGet(() -> own.getObject().address());
            open(properties.address(url));
        }
    }

    private synchronized void open(RedisURI address) {
        if (isClosed) {
            throw new IllegalStateException("The process stops");
        }
        LettuceConnectionFactory made = new LettuceConnectionFactory(
                LettuceConnectionFactory.createRedisConfiguration(address),
                LettuceClientConfiguration.builder()
                        .apply(address)
                        .clientResources(resources())
                        .clientOptions(options())
                        .commandTimeout(properties.timeout())
                        .shutdownQuietPeriod(Duration.ZERO)
                        .shutdownTimeout(Duration.ofMillis(200))
                        .build());
        made.afterPropertiesSet();
        made.start();
        factory = made;
    }

    /** Its threads are made once, however often opening fails. */
    private ClientResources resources() {
        ClientResources made = resources;
        if (made == null) {
            made = ClientResources.builder()
                    .ioThreadPoolSize(THREADS)
                    .computationThreadPoolSize(THREADS)
                    .reconnectDelay(
                            Delay.exponential(Duration.ofMillis(50), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS))
                    .build();
            resources = made;
        }
        return made;
    }

    private ClientOptions options() {
        return ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_WAITING)
                .timeoutOptions(TimeoutOptions.enabled(properties.timeout()))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT)
                        // So that a subscription, on which nothing is sent, is known to be cut off.
                        .keepAlive(KeepAliveOptions.builder()
                                .enable()
                                .idle(Duration.ofSeconds(5))
                                .interval(Duration.ofSeconds(2))
                                .count(3)
                                .build())
                        .build())
                .build();
    }

    @PreDestroy
    synchronized void close() {
        isClosed = true;
        if (factory != null) {
            factory.destroy();
        }
        if (resources != null) {
            resources.shutdown(0, 200, TimeUnit.MILLISECONDS).awaitUninterruptibly(500);
        }
    }
}
