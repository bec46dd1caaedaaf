package io.tillsync.sync.cache;

import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.read.Cursor;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * An answer with the position that it was read at: it shows every commit up to there, and may show later ones.
 */
final class Kept {

    private static final int HEADER = 20;

    private final Cursor at;
    private final byte[] content;

    Kept(Cursor at, byte[] content) {
        this.at = at;
        this.content = content;
    }

    Cursor at() {
        return at;
    }

    byte[] content() {
        return content;
    }

    /** @param key under which it is kept: elsewhere it is not read back */
    byte[] encoded(byte[] key) {
        return ByteBuffer.allocate(HEADER + content.length)
                .putLong(at.seq().value())
                .putLong(at.hash())
                .putInt(checksum(key, content, 0))
                .put(content)
                .array();
    }

    /** Over key and content: what is cut short, overwritten or moved is none, which JSON alone does not show. */
    private static int checksum(byte[] key, byte[] content, int offset) {
        CRC32C sum = new CRC32C();
        sum.update(key);
        sum.update(content, offset, content.length - offset);
        return (int) sum.getValue();
    }

    /** Empty for what {@link #encoded} has not written under this key. */
    static Optional<Kept> of(LogId log, byte[] key, byte[] encoded) {
        if (encoded.length < HEADER) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(encoded);
        try {
            Cursor at = new Cursor(log, new Seq(header.getLong()), header.getLong());
            return header.getInt() == checksum(key, encoded, HEADER)
                    ? Optional.of(new Kept(at, Arrays.copyOfRange(encoded, HEADER, encoded.length)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
