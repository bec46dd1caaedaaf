package io.tillsync.sync.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.tillsync.sync.redis.Redis.Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.stereotype.Component;

/** Asks Redis all the time whether it is well, so that no request has to find out, and says once when it is not, and once when it is again. */
@Component
class RedisWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RedisWatch.class);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int SURELY = 2;

    private final Redis redis;
    private final RedisConnections connections;
    private final CircuitBreaker breaker;
    private final long slowNanos;
    private final Set<Subscription> heard = new HashSet<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private int well;
    private int unwell;
    private volatile boolean isMissing;

    RedisWatch(Redis redis, RedisConnections connections, RedisProperties properties) {
        this.redis = redis;
        this.connections = connections;
        this.breaker = redis.breaker();
        this.slowNanos = Breakers.slow(properties.timeout()).toNanos();
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == State.OPEN) {
                missing("commands fail or take too long");
            }
        });
    }

    /** Not before: until then the start has the processor, and nobody asks for anything. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (redis.isUsed()) {
            Thread.ofPlatform().name("redis-watch").daemon().start(this::run);
        }
    }

    private void run() {
        while (!isClosed(Duration.ZERO)) {
            look();
            isClosed(PAUSE);
        }
    }

    private void look() {
        long asked = System.nanoTime();
        try {
            connections.open();
            asked = System.nanoTime();
            try (RedisConnection connection = connections.get()) {
                connection.ping();
            }
            redis.took("ping", "answered", asked);
            if (System.nanoTime() - asked > slowNanos && breaker.getState() == State.CLOSED) {
                unwell("it answers too slowly");
            } else {
                well();
            }
        } catch (RuntimeException e) {
            redis.took("ping", "failed", asked);
            unwell(cause(e));
        }
    }

    private void well() {
        unwell = 0;
        well++;
        if (breaker.getState() != State.CLOSED && (well >= SURELY || !isMissing)) {
            redis.subscriptions().stream().filter(each -> !heard.contains(each)).forEach(this::subscribe);
            breaker.transitionToClosedState();
            LOG.info(isMissing ? "Redis answers again" : "Redis answers, and is used");
            isMissing = false;
        }
    }

    /** For good: the library subscribes anew whenever the connection comes back. */
    private void subscribe(Subscription subscription) {
        byte[] channel = subscription.channel().getBytes(StandardCharsets.UTF_8);
        connections.get().subscribe((message, pattern) -> subscription.heard().accept(message.getBody()), channel);
        heard.add(subscription);
    }

    private void unwell(String why) {
        well = 0;
        unwell++;
        if (breaker.getState() != State.CLOSED) {
            missing(why);
        } else if (unwell >= SURELY) {
            missing(why);
            breaker.transitionToOpenState();
        }
    }

    private synchronized void missing(String why) {
        if (!isMissing && !isClosed(Duration.ZERO)) {
            isMissing = true;
            LOG.warn("Redis does not answer; everything goes on without it until it does: {}", why);
        }
    }

    private static String cause(Throwable fault) {
        Throwable last = fault;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }

    private boolean isClosed(Duration within) {
        try {
            return closed.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** From then on nothing that is missing is news: the Redis of a demo may end before its process does. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closed.countDown();
    }
}
