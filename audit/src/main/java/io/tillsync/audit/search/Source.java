package io.tillsync.audit.search;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.LogId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * A log to look into, and what may be seen of it.
 *
 * @param shown the changes that may be seen, any of these; empty where all may
 */
public record Source(LogId log, List<Shown> shown) {

    /** A log that may be seen whole. */
    public static Source whole(LogId log) {
        return new Source(log, List.of());
    }

    /**
     * Changes that may be seen.
     *
     * @param having for each of these fields of the state, the values of which it has one
     * @param lacking fields that it does not have
     */
    public record Shown(String entityType, Map<String, Set<String>> having, Set<String> lacking) {

        boolean shows(Change change) {
            Document state = change.after();
            return entityType.equals(change.entityType())
                    && lacking.stream().noneMatch(state::containsKey)
                    && having.entrySet().stream()
                            .allMatch(field -> state.get(field.getKey()) instanceof String value
                                    && field.getValue().contains(value));
        }
    }

    /** Whether all of the log may be seen. */
    public boolean isWhole() {
        return shown.isEmpty();
    }

    public boolean shows(Change change) {
        return isWhole() || shown.stream().anyMatch(one -> one.shows(change));
    }
}
