package io.tillsync.sync.cache;

import io.tillsync.audit.log.Head;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Cursor;
import io.tillsync.sync.cache.Flights.Flight;
import io.tillsync.sync.cache.Tallies.Result;
import io.tillsync.sync.redis.Redis;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
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
    private final Duration patience;
    private final Flights flights = new Flights();

    @Autowired
    Answers(Redis redis, Feeds feeds, Validity validity, Tallies tallies, Keeper keeper) {
        this(redis, feeds, validity, tallies, keeper, PATIENCE);
    }

    /** @param patience how long somebody waits for another who reads the same */
    Answers(Redis redis, Feeds feeds, Validity validity, Tallies tallies, Keeper keeper, Duration patience) {
        this.redis = redis;
        this.feeds = feeds;
        this.validity = validity;
        this.tallies = tallies;
        this.keeper = keeper;
        this.patience = patience;
    }

    /** Reads from the database. Others may wait for it: what takes as long as its caller's network does belongs behind it. */
    public interface Read {

        /**
         * Reads to its end.
         *
         * @param alone to be run as soon as it is known that nothing will be returned: then nobody waits any longer
         * @return what was found; empty where that is too much to be kept, and its caller has been given it meanwhile
         */
        Optional<byte[]> run(Runnable alone);
    }

    /**
     * An answer that is given as a whole.
     *
     * @param extent what of the log it tells of
     * @param read reads it from the database
     */
    public byte[] get(Question question, Extent extent, Supplier<byte[]> read) {
        return find(question, content -> extent, alone -> Optional.of(read.get()))
                .orElseThrow();
    }

    /**
     * An answer that was kept and still holds, or else what {@code read} has found; empty only where that is empty.
     *
     * @param extent what of the log a content tells of
     */
    public Optional<byte[]> find(Question question, Function<byte[], Extent> extent, Read read) {
        if (!redis.isUsed()) {
            return read.run(() -> {});
        }
        String key = question.key();
        Found found = look(question, key, extent);
        if (found.content().isPresent()) {
            tallies.count(question, Result.HIT);
            return found.content();
        }
        try (Flight own = flights.create(key)) {
            Optional<byte[]> shared = flights.join(own)
                    .flatMap(other -> other.await(patience))
                    .filter(kept -> holds(kept, extent))
                    .map(Kept::content);
            tallies.count(question, shared.isPresent() ? Result.SHARED : found.result());
            return shared.isPresent() ? shared : read(question, extent, read, own);
        }
    }

    /** What was found in Redis; the result says why, where that is nothing. */
    private record Found(Optional<byte[]> content, Result result) {}

    private Found look(Question question, String key, Function<byte[], Extent> extent) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        Optional<byte[]> got = redis.ask("get", connection -> get(connection, name));
        if (got.isEmpty()) {
            return new Found(Optional.empty(), Result.UNAVAILABLE);
        }
        Optional<Kept> kept = Kept.of(question.log(), name, got.get());
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
    private Optional<byte[]> read(Question question, Function<byte[], Extent> extent, Read read, Flight own) {
        Head before = feeds.head(question.log());
        Optional<byte[]> found = read.run(own::close);
        found.filter(content -> content.length <= LONGEST).ifPresent(content -> {
            Kept kept = new Kept(Cursor.at(before), content);
            own.landed(kept);
            keeper.keep(question, kept, extent.apply(content));
        });
        return found;
    }
}
