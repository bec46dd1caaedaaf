package io.tillsync.core.read;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Hash;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.audit.log.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * How far a client has read one log. On the wire opaque: 32 characters that name the log, the position, and 64 bits of the hash of the
 * commit there, so that a position in another history, such as that of a restored backup, is not taken for one in this.
 */
public record Cursor(LogId log, Seq seq, long hash) {

    private static final int BYTES = 24;
    private static final int LENGTH = 32;

    /** Each poll of a till needs the names of its logs several times. */
    private static final LoadingCache<LogId, Long> NAMES =
            Caffeine.newBuilder().maximumSize(10_000).executor(Runnable::run).build(Cursor::hashed);

    public static Cursor at(Head head) {
        return new Cursor(head.log(), head.seq(), head.hash().prefix());
    }

    public static Cursor at(Commit commit) {
        return new Cursor(commit.log(), commit.seq(), commit.hash().prefix());
    }

    /** Before a log's first commit. */
    public static Cursor start(LogId log) {
        return new Cursor(log, Seq.START, Hash.NONE.prefix());
    }

    /** Reads what {@link #encoded} wrote; empty for what is no cursor, or one of another log. */
    public static Optional<Cursor> parse(LogId log, String encoded) {
        if (encoded.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(encoded));
            long name = bytes.getLong();
            Cursor cursor = new Cursor(log, new Seq(bytes.getLong()), bytes.getLong());
            return name == name(log) ? Optional.of(cursor) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(name(log))
                .putLong(seq.value())
                .putLong(hash);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Whether it stands at that head. */
    public boolean is(Head head) {
        return seq.equals(head.seq()) && hash == head.hash().prefix();
    }

    private static long name(LogId log) {
        return NAMES.get(log);
    }

    private static long hashed(LogId log) {
        return ByteBuffer.wrap(Sha256.of(log.value().getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
