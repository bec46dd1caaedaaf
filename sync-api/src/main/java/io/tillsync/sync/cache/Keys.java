package io.tillsync.sync.cache;

import io.tillsync.audit.log.LogId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How answers are named in Redis: {@code tillsync:1/<log>/<type>/<digest of the question>}. */
record Keys(LogId log, String type) {

    /** Changes with the form of what is kept. */
    private static final String ROOT = "tillsync:1/";

    /** Of all answers. */
    static final String PATTERN = ROOT + "*";

    static String of(LogId log, String type) {
        return ROOT + log + "/" + type + "/";
    }

    static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    /** Empty for what is no key of an answer. */
    static Optional<Keys> parse(byte[] key) {
        String[] parts = new String(key, StandardCharsets.UTF_8).split("/", -1);
        try {
            return parts.length == 4 && ROOT.equals(parts[0] + "/")
                    ? Optional.of(new Keys(new LogId(parts[1]), parts[2]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
