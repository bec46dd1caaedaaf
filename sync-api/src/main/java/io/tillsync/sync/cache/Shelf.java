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

    /**
     * The space that answers take.
     *
     * @param space by entity type
     * @param isComplete false where there may be more: Redis did not answer, or it was too much to go through
     */
    record Count(Map<String, Space> space, boolean isComplete) {}

    /** Counts the answers about those logs. */
    Count count(Predicate<LogId> logs) {
        Map<String, Space> byType = new HashMap<>();
        boolean isComplete =
                each(subject -> logs.test(subject.log()), (connection, keys) -> measure(connection, keys, byType));
        return new Count(byType, isComplete);
    }

    private static void measure(RedisConnection connection, List<byte[]> keys, Map<String, Space> byType) {
        for (byte[] key : keys) {
            @Nullable
            Long length = connection.stringCommands().strLen(key); // A pipeline would open a connection of its own.
            Space space = new Space(1, key.length + (length == null ? 0 : length));
            Subject.of(key).ifPresent(subject -> byType.merge(subject.type(), space, Space::and));
        }
    }

    /** Takes out the answers about these, as far as it gets. */
    void clear(Predicate<Subject> which) {
        each(which, (connection, keys) -> connection.keyCommands().unlink(keys.toArray(byte[][]::new)));
    }

    /** Whether it was gone through to its end; so is none at all. */
    private boolean each(Predicate<Subject> which, BiConsumer<RedisConnection, List<byte[]>> work) {
        ScanOptions options = ScanOptions.scanOptions()
                .match(Subject.PATTERN.getBytes(StandardCharsets.UTF_8))
                .count(PART)
                .build();
        return !redis.isUsed()
                || redis.askAtLength("scan", connection -> {
                            try (Cursor<byte[]> cursor =
                                    connection.keyCommands().scan(options)) {
                                // Before the cursor closes the connection.
                                return each(cursor, which, keys -> work.accept(connection, keys));
                            }
                        })
                        .orElse(false);
    }

    private static boolean each(Cursor<byte[]> cursor, Predicate<Subject> which, Consumer<List<byte[]>> work) {
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
        return !cursor.hasNext();
    }
}
