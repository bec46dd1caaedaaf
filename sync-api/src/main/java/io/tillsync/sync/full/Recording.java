package io.tillsync.sync.full;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds what is written as long as it is not too much; then passes all of it on, and what follows. Closes nothing. */
final class Recording extends OutputStream {

    private final int most;
    private final Supplier<OutputStream> whereTo;
    private ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable OutputStream passedTo;

    /** @param whereTo is asked once, when it is too much */
    Recording(int most, Supplier<OutputStream> whereTo) {
        this.most = most;
        this.whereTo = whereTo;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        OutputStream out = passedTo;
        if (out == null && held.size() + length > most) {
            out = whereTo.get();
            held.writeTo(out);
            held = new ByteArrayOutputStream(0);
            passedTo = out;
        }
        (out == null ? held : out).write(bytes, offset, length);
    }

    /** All that was written; empty where it was passed on. */
    Optional<byte[]> held() {
        return passedTo == null ? Optional.of(held.toByteArray()) : Optional.empty();
    }
}
