package io.tillsync.core.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;

/** Reads UTF-8 and nothing else: the JDK's readers either replace what is malformed or do not say where it is. */
final class Utf8Reader extends Reader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 16_384;

    private final InputStream in;
    private final CharsetDecoder decoder = UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private boolean ended;
    private long line = 1;
    private char last;

    Utf8Reader(InputStream in) throws IOException {
        this.in = in;
        if (refill() && chars.charAt(0) == BYTE_ORDER_MARK) {
            chars.get();
        }
    }

    /** The first line that has anything on it, as far as it is within the first {@value #BUFFER} bytes; nothing is taken away by that. */
    String firstLine() {
        return chars.toString()
                .lines()
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (!chars.hasRemaining() && !refill()) {
            return -1;
        }
        int given = Math.min(length, chars.remaining());
        chars.get(target, offset, given);
        return given;
    }

    /** All that precedes malformed bytes is given before they are complained of, so that the lines are counted up to there. */
    private boolean refill() throws IOException {
        chars.clear();
        boolean malformed = false;
        while (chars.position() == 0 && !malformed && !(ended && !bytes.hasRemaining())) {
            fillBytes();
            malformed = decoder.decode(bytes, chars, ended).isError();
        }
        chars.flip();
        if (malformed && !chars.hasRemaining()) {
            throw new MalformedFile(line, "is not UTF-8; save the file as UTF-8 and send it again");
        }
        countLines();
        return chars.hasRemaining();
    }

    private void fillBytes() throws IOException {
        if (!ended) {
            bytes.compact();
            int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
            ended = read < bytes.remaining();
            bytes.position(bytes.position() + read);
            bytes.flip();
        }
    }

    private void countLines() {
        for (int i = 0; i < chars.limit(); i++) {
            char next = chars.get(i);
            if (next == '\r' || (next == '\n' && last != '\r')) {
                line++;
            }
            last = next;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
