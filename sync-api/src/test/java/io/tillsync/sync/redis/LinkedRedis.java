package io.tillsync.sync.redis;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What a process has of the package, without Spring. */
public final class LinkedRedis implements AutoCloseable {

    /** How long a command may take where nothing else is said: as long as can be set. */
    public static final Duration PATIENT = Duration.ofSeconds(5);

    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final Redis redis;
    private final RedisConnections connections;
    private final RedisWatch watch;

    private LinkedRedis(@Nullable String url, Duration timeout) {
        RedisProperties properties = new RedisProperties(url, timeout);
        ObjectProvider<RedisServer> none = new StaticListableBeanFactory().getBeanProvider(RedisServer.class);
        connections = new RedisConnections(properties, none);
        redis = new Redis(properties, connections, none, meters);
        watch = new RedisWatch(redis, connections, properties);
    }

    /**
     * One that is used as soon as it is there, and has the time that it takes, however busy the machine; who is to hear anything has to say
     * so before {@link #begin}.
     */
    public static LinkedRedis to(String url) {
        return to(url, PATIENT);
    }

    /** The same, where it is to be found too slow. */
    public static LinkedRedis to(String url, Duration timeout) {
        return new LinkedRedis(url, timeout);
    }

    /** What a process without Redis has. */
    public static LinkedRedis none() {
        return new LinkedRedis(null, PATIENT);
    }

    public LinkedRedis begin() {
        watch.begin();
        return this;
    }

    public LinkedRedis connected() {
        Awaitility.await().until(redis::isConnected);
        return this;
    }

    @Override
    public void close() {
        watch.close();
        connections.close();
    }
}
