package io.tillsync.sync.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.lettuce.core.RedisCommandExecutionException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.stereotype.Component;

/**
 * What is asked of Redis. Nothing takes longer than the time-out, nothing throws where Redis is missing, slow or gone, and once it is
 * known to be so, nothing is even tried: a circuit breaker is open until {@link RedisWatch}, off every request's way, finds it well again.
 */
@Component
public class Redis {

    /** Each is told once; one that holds what differs each time is not told for ever. */
    private static final int MOST_COMPLAINTS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Redis.class);

    private final RedisConnections connections;
    private final boolean isUsed;
    private final CircuitBreaker breaker;
    private final MeterRegistry meters;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Set<String> complaints = ConcurrentHashMap.newKeySet();

    Redis(
            RedisProperties properties,
            RedisConnections connections,
            ObjectProvider<RedisServer> own,
            MeterRegistry meters) {
        this.connections = connections;
        this.isUsed = properties.named().isPresent() || own.stream().findAny().isPresent();
        this.breaker = Breakers.of(properties.timeout());
        this.meters = meters;
        if (isUsed) {
            Gauge.builder("tillsync.redis.breaker.open", this, redis -> redis.isConnected() ? 0 : 1)
                    .description("1 while Redis is not asked for anything, since it does not answer")
                    .register(meters);
        }
    }

    /** A channel and who hears what comes on it. */
    record Subscription(String channel, Consumer<byte[]> heard) {}

    /** Whether this process has a Redis at all, be it there at the moment or not. */
    public boolean isUsed() {
        return isUsed;
    }

    /** Whether Redis is asked at the moment. */
    public boolean isConnected() {
        return breaker.getState() == State.CLOSED;
    }

    /**
     * Asks Redis and waits for the answer.
     *
     * @param command by which the question is counted
     * @return empty where there was no answer in time, or Redis is not asked at the moment
     */
    public <T> Optional<T> ask(String command, Function<RedisConnection, T> question) {
        return ask(command, question, true);
    }

    /** The same for work of many commands, each of which has the time-out for itself: that it takes long says nothing against Redis. */
    public <T> Optional<T> askAtLength(String command, Function<RedisConnection, T> work) {
        return ask(command, work, false);
    }

    private <T> Optional<T> ask(String command, Function<RedisConnection, T> question, boolean isTimed) {
        if (!isUsed || !breaker.tryAcquirePermission()) {
            return Optional.empty();
        }
        long asked = System.nanoTime();
        try (RedisConnection connection = connections.get()) {
            T answer = question.apply(connection);
            breaker.onSuccess(isTimed ? System.nanoTime() - asked : 0, TimeUnit.NANOSECONDS);
            took(command, "answered", asked);
            return Optional.of(answer);
        } catch (RuntimeException e) {
            failed(command, e, isTimed ? System.nanoTime() - asked : 0);
            took(command, "failed", asked);
            return Optional.empty();
        }
    }

    /**
     * Hears, from when Redis answers on, what comes on a channel. Has to be said before the application is ready; whoever hears it has to
     * return at once.
     */
    public void subscribe(String channel, Consumer<byte[]> heard) {
        subscriptions.add(new Subscription(channel, heard));
    }

    List<Subscription> subscriptions() {
        return subscriptions;
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    /** An answer that is a refusal (no memory left, a replica) says nothing against asking for something else. */
    private void failed(String command, RuntimeException fault, long nanos) {
        LOG.debug("{} failed", command, fault);
        if (fault.getCause() instanceof RedisCommandExecutionException refusal) {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
            String said = String.valueOf(refusal.getMessage());
            if (complaints.size() < MOST_COMPLAINTS && complaints.add(said)) {
                LOG.warn("Redis refuses a command; everything goes on without what it would have kept: {}", said);
            }
        } else {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, fault);
        }
    }

    void took(String command, String result, long asked) {
        meters.timer("tillsync.redis.commands", "command", command, "result", result)
                .record(Duration.ofNanos(System.nanoTime() - asked));
    }
}
