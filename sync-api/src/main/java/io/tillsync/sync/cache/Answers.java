package io.tillsync.sync.cache;

import io.tillsync.audit.log.Head;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Cursor;
import io.tillsync.sync.cache.Flights.Flight;
import io.tillsync.sync.cache.Tallies.Result;
import io.tillsync.sync.redis.Redis;
import java.nio.BufferUnderflowException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.stereotype.Component;

/**
 * Answers that were read before, by this process or another, as long as they still hold. Nothing is ever taken out because something was
 * written: an answer says up to where it was read, and whoever finds it looks at what has happened since.
 */
@Component
public class Answers {

    /** A longer one costs Redis, and all who wait behind it, more than it saves. */
    private static final int LONGEST = 2_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final byte[] NOTHING = {};

    private final Redis redis;
    private final Feeds feeds;
    private final Validity validity;
    private final Tallies tallies;
    private final Keeper keeper;
    private final Flights flights = new Flights();

    Answers(Redis redis, Feeds feeds, Validity validity, Tallies tallies, Keeper keeper) {
        this.redis = redis;
        this.feeds = feeds;
        this.validity = validity;
        this.tallies = tallies;
        this.keeper = keeper;
    }

    /** Reads from the database, and gives its caller what it found. */
    public interface Read {

        /** What is to be kept of it; empty for nothing. */
        Optional<byte[]> run();
    }

    /**
     * An answer that is given as a whole.
     *
     * @param extent what of the log it tells of
     * @param read reads it from the database
     */
    public byte[] get(Question question, Extent extent, Supplier<byte[]> read) {
        AtomicReference<byte[]> own = new AtomicReference<>(NOTHING);
        return find(question, content -> extent, () -> {
                    byte[] content = read.get();
                    own.set(content);
                    return Optional.of(content);
                })
                .orElseGet(own::get);
    }

    /**
     * An answer that was kept and still holds. Else {@code read} has been run to its end, in which it gave its caller what it found, and
     * this is empty.
     *
     * @param extent what of the log a content tells of
     */
    public Optional<byte[]> find(Question question, Function<byte[], Extent> extent, Read read) {
        if (!redis.isUsed()) {
            read.run();
            return Optional.empty();
        }
        String key = question.key();
        Found found = look(question, key, extent);
        if (found.content().isPresent()) {
            tallies.count(question, Result.HIT);
            return found.content();
        }
        try (Flight own = flights.create(key)) {
            Optional<byte[]> shared = flights.join(own)
                    .flatMap(other -> other.await(PATIENCE))
                    .filter(kept -> holds(kept, extent))
                    .map(Kept::content);
            tallies.count(question, shared.isPresent() ? Result.SHARED : found.result());
            if (shared.isEmpty()) {
                read(question, extent, read).ifPresent(own::landed);
            }
            return shared;
        }
    }

    /** What was found in Redis; the result says why, where that is nothing. */
    private record Found(Optional<byte[]> content, Result result) {}

    private Found look(Question question, String key, Function<byte[], Extent> extent) {
        Optional<byte[]> got = redis.ask("get", connection -> get(connection, Keys.bytes(key)));
        if (got.isEmpty()) {
            return new Found(Optional.empty(), Result.UNAVAILABLE);
        }
        Optional<Kept> kept = Kept.of(question.log(), got.get());
        return new Found(
                kept.filter(each -> holds(each, extent)).map(Kept::content),
                kept.isPresent() ? Result.STALE : Result.MISS);
    }

    private static byte[] get(RedisConnection connection, byte[] key) {
        byte[] value = connection.stringCommands().get(key);
        return value == null ? NOTHING : value;
    }

    private boolean holds(Kept kept, Function<byte[], Extent> extent) {
        try {
            return validity.holds(kept.at(), extent.apply(kept.content()));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return false; // Somebody else has written there.
        }
    }

    /** The head is taken before the read: the answer shows all up to there, whatever is written meanwhile. */
    private Optional<Kept> read(Question question, Function<byte[], Extent> extent, Read read) {
        Head before = feeds.head(question.log());
        Optional<Kept> kept = read.run()
                .filter(content -> content.length <= LONGEST)
                .map(content -> new Kept(Cursor.at(before), content));
        kept.ifPresent(each -> keeper.keep(question, each, extent.apply(each.content())));
        return kept;
    }
}
