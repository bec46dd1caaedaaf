package io.tillsync.core.write;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Rules;
import java.util.Map;
import java.util.Optional;

/**
 * A log with what a write to it depends on.
 *
 * @param logs the log of each level that references from here can point to, this one's own included
 */
public record Home(Level level, Map<Level, LogId> logs, Rules rules) {

    public LogId log() {
        return Optional.ofNullable(logs.get(level)).orElseThrow();
    }

    /**
     * The log in which references from here find entities of a level.
     *
     * @throws IllegalArgumentException where a reference from here cannot point to that level
     */
    public LogId log(Level of) {
        return Optional.ofNullable(logs.get(of))
                .orElseThrow(() -> new IllegalArgumentException("No log of level " + of + " above " + log()));
    }
}
