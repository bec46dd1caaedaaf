package io.tillsync.audit.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The outlines that were looked at lately, by the hashes of their commits. */
final class Remembered {

    private static final int MOST = 5_000;
    private static final float LOAD = 0.75f;

    private final Map<String, Outline> outlines = new LinkedHashMap<>(16, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Outline> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<Outline> find(String hash) {
        return Optional.ofNullable(outlines.get(hash));
    }

    synchronized void keep(String hash, Outline outline) {
        outlines.put(hash, outline);
    }
}
