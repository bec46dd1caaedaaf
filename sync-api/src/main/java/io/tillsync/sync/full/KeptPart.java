package io.tillsync.sync.full;

import io.tillsync.core.read.Snapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A part of a type as it can be kept: what was read, and how that looks on the wire. */
final class KeptPart {

    private static final int HEADER = 6;

    private final Snapshots.Part read;
    private final byte[] encoded;
    private final int start;

    private KeptPart(Snapshots.Part read, byte[] encoded, int start) {
        this.read = read;
        this.encoded = encoded;
        this.start = start;
    }

    Snapshots.Part read() {
        return read;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(encoded, start, encoded.length - start);
    }

    static byte[] encode(Snapshots.Part read, byte[] json) {
        byte[] id = read.lastId().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(HEADER + id.length + json.length)
                .putInt(read.given())
                .put((byte) (read.mayHaveMore() ? 1 : 0))
                .put((byte) id.length)
                .put(id)
                .put(json)
                .array();
    }

    static KeptPart of(byte[] encoded) {
        ByteBuffer header = ByteBuffer.wrap(encoded);
        int given = header.getInt();
        boolean mayHaveMore = header.get() == 1;
        int end = HEADER + header.get();
        String lastId = new String(encoded, HEADER, end - HEADER, StandardCharsets.US_ASCII);
        return new KeptPart(new Snapshots.Part(given, lastId, mayHaveMore), encoded, end);
    }
}
