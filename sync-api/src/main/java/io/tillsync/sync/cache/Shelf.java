package io.tillsync.sync.cache;

import io.tillsync.audit.log.LogId;
import io.tillsync.sync.redis.Redis;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.stereotype.Component;

/** What lies in Redis, seen as a whole. Goes through it in small parts, between which others are served, and not without end. */
@Component
class Shelf {

    private static final int PART = 500;
    private static final int MOST = 200_000;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Redis redis;

    Shelf(Redis redis) {
        this.redis = redis;
    }

    /** How many answers are kept, and how many bytes they have, with their names. */
    record Space(long keys, long bytes) {

        static final Space NONE = new Space(0, 0);

        Space and(Space other) {
            return new Space(keys + other.keys, bytes + other.bytes);
        }
    }

    /** The space that answers about those logs take, by entity type; nothing where Redis does not answer. */
    Map<String, Space> space(Predicate<LogId> logs) {
        Map<String, Space> byType = new HashMap<>();
        each(keys -> logs.test(keys.log()), (connection, keys) -> measure(connection, keys, byType));
        return byType;
    }

    private static void measure(RedisConnection connection, List<byte[]> keys, Map<String, Space> byType) {
        for (byte[] key : keys) {
            @Nullable
            Long length = connection.stringCommands().strLen(key); // A pipeline would open a connection of its own.
            Space space = new Space(1, key.length + (length == null ? 0 : length));
            Subject.of(key).ifPresent(parsed -> byType.merge(parsed.type(), space, Space::and));
        }
    }

    /** Takes out all answers that fit. */
    void clear(Predicate<Subject> which) {
        each(which, (connection, keys) -> connection.keyCommands().unlink(keys.toArray(byte[][]::new)));
    }

    private void each(Predicate<Subject> which, BiConsumer<RedisConnection, List<byte[]>> work) {
        ScanOptions options = ScanOptions.scanOptions()
                .match(Subject.PATTERN.getBytes(StandardCharsets.UTF_8))
                .count(PART)
                .build();
        redis.askAtLength("scan", connection -> {
            try (Cursor<byte[]> cursor = connection.keyCommands().scan(options)) {
                each(cursor, which, keys -> work.accept(connection, keys)); // Before the cursor closes the connection.
                return true;
            }
        });
    }

    private static void each(Cursor<byte[]> cursor, Predicate<Subject> which, Consumer<List<byte[]>> work) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<byte[]> part = new ArrayList<>();
        for (int seen = 0; seen < MOST && cursor.hasNext() && System.nanoTime() < deadline; seen++) {
            byte[] key = cursor.next();
            if (Subject.of(key).filter(which).isPresent()) {
                part.add(key);
            }
            if (part.size() == PART) {
                work.accept(part);
                part = new ArrayList<>();
            }
        }
        if (!part.isEmpty()) {
            work.accept(part);
        }
    }
}
