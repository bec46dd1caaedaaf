package io.tillsync.sync.cache;

import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.read.Cursor;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * An answer with the position that it was read at: it shows every commit up to there, and may show later ones.
 */
final class Kept {

    private static final int HEADER = 16;

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

    byte[] encoded() {
        return ByteBuffer.allocate(HEADER + content.length)
                .putLong(at.seq().value())
                .putLong(at.hash())
                .put(content)
                .array();
    }

    /** Empty for what {@link #encoded} has not written. */
    static Optional<Kept> of(LogId log, byte[] encoded) {
        if (encoded.length < HEADER) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(encoded);
        try {
            Cursor at = new Cursor(log, new Seq(header.getLong()), header.getLong());
            return Optional.of(new Kept(at, Arrays.copyOfRange(encoded, HEADER, encoded.length)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
