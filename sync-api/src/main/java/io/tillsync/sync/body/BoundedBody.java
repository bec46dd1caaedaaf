package io.tillsync.sync.body;

import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import io.tillsync.sync.problem.ProblemException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Counts what comes out of a body and ends the request, by a {@link ProblemException}, where that is too much (413) or
 * where the compression is broken (400). A reader needs to know of neither.
 */
final class BoundedBody extends ServletInputStream {
    private final InputStream source;
    private final long limit;
    private long read;
    private boolean finished;

    private BoundedBody(InputStream source, long limit) {
        this.source = source;
        this.limit = limit;
    }

    static ServletInputStream of(InputStream raw, boolean gzip, long limit) throws IOException {
        return new BoundedBody(gzip ? decompressed(raw) : raw, limit);
    }

    static ProblemException tooLarge(long limit) {
        return Problem.of(ProblemCode.TOO_LARGE, "Send at most " + limit + " bytes, or several smaller requests.")
                .with("limit", limit)
                .toException();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = readSource(target, offset, length);
        if (count < 0) {
            finished = true;
            return count;
        }
        read += count;
        if (read > limit) {
            throw tooLarge(limit);
        }
        return count;
    }

    private int readSource(byte[] target, int offset, int length) throws IOException {
        try {
            return source.read(target, offset, length);
        } catch (ZipException | EOFException broken) {
            throw corrupt();
        }
    }

    private static InputStream decompressed(InputStream raw) throws IOException {
        try {
            return new GZIPInputStream(raw, 8192);
        } catch (ZipException | EOFException broken) {
            throw corrupt();
        }
    }

    private static ProblemException corrupt() {
        return Problem.of(ProblemCode.MALFORMED_REQUEST, "The body is not whole gzip, though Content-Encoding says so.")
                .toException();
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("bodies are read blocking, on virtual threads");
    }
}
