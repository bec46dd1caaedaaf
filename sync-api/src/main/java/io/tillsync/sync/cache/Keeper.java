package io.tillsync.sync.cache;

import io.tillsync.core.feed.Feeds;
import io.tillsync.sync.redis.Redis;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts answers into Redis, beside the requests that have read them; leaves it where much of that is under way. */
@Component
class Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final int AT_ONCE = 16;

    private final Redis redis;
    private final Feeds feeds;
    private final Validity validity;
    private final Semaphore free = new Semaphore(AT_ONCE);

    Keeper(Redis redis, Feeds feeds, Validity validity) {
        this.redis = redis;
        this.feeds = feeds;
        this.validity = validity;
    }

    void keep(Question question, Kept kept, Extent extent) {
        if (redis.isConnected() && free.tryAcquire()) {
            Thread.startVirtualThread(() -> {
                try {
                    put(question, kept, extent);
                } catch (RuntimeException e) {
                    LOG.debug("An answer is not kept: the log cannot be looked at", e);
                } finally {
                    free.release();
                }
            });
        }
    }

    /**
     * What changed while it was read is not kept: then nothing that is kept shows a commit that the log did not have at its position, and
     * that a restored backup might not have.
     */
    private void put(Question question, Kept kept, Extent extent) {
        feeds.of(question.log()).head(Duration.ZERO);
        if (validity.holds(kept.at(), extent)) {
            long millis = question.type().cachedFor().toMillis();
            byte[] key = question.key().getBytes(StandardCharsets.UTF_8);
            redis.ask("set", connection -> {
                connection.stringCommands().pSetEx(key, millis, kept.encoded(key));
                return true;
            });
        }
    }
}
