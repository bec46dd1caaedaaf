package io.tillsync.sync.full;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Passes on what is written, and remembers it as long as it is not too much. Does not close what it passes on to. */
final class Recording extends FilterOutputStream {

    private final int most;
    private final ByteArrayOutputStream recorded = new ByteArrayOutputStream();
    private boolean isTooMuch;

    Recording(OutputStream out, int most) {
        super(out);
        this.most = most;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        isTooMuch |= recorded.size() + length > most;
        if (!isTooMuch) {
            recorded.write(bytes, offset, length);
        }
    }

    /** All that was written; empty where that was too much. */
    Optional<byte[]> recorded() {
        return isTooMuch ? Optional.empty() : Optional.of(recorded.toByteArray());
    }

    @Override
    public void close() {
        // Whoever opened what this passes on to closes it.
    }
}
