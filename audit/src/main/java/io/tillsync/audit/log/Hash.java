package io.tillsync.audit.log;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256, in 64 lower-case hexadecimal digits. */
public record Hash(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** What stands before a log's first commit. */
    public static final Hash NONE = new Hash("0".repeat(64));

    public Hash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a SHA-256: " + value);
        }
    }

    static Hash of(byte[] digest) {
        return new Hash(HexFormat.of().formatHex(digest));
    }

    /** The first 64 bits: enough to tell apart the histories that one installation could ever have. */
    public long prefix() {
        return HexFormat.fromHexDigitsToLong(value, 0, 16);
    }
}
