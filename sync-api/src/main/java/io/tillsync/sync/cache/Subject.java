package io.tillsync.sync.cache;

import io.tillsync.audit.log.LogId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What an answer is about. Its name in Redis says so: {@code tillsync:1/<log>/<type>/<digest of the question>}. */
record Subject(LogId log, String type) {

    /** Changes with the form of what is kept. */
    private static final String ROOT = "tillsync:1/";

    /** Of the names of all answers. */
    static final String PATTERN = ROOT + "*";

    /** How the names of all answers about it begin. */
    String prefix() {
        return ROOT + log + "/" + type + "/";
    }

    /** Of the answer that has this name; empty for what is the name of none. */
    static Optional<Subject> of(byte[] key) {
        String[] parts = new String(key, StandardCharsets.UTF_8).split("/", -1);
        try {
            return parts.length == 4 && ROOT.equals(parts[0] + "/")
                    ? Optional.of(new Subject(new LogId(parts[1]), parts[2]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
