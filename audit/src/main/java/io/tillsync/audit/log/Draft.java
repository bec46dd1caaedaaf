package io.tillsync.audit.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A commit that has no position yet: {@link Chain} gives it one behind a head.
 *
 * @param request the id of the request that asked for it
 */
public record Draft(
        Actor actor,
        Origin origin,
        Operation operation,
        Optional<String> event,
        Optional<String> note,
        Optional<String> request,
        List<Change> changes,
        Map<String, Long> counts) {

    public Draft {
        event.ifPresent(WellFormed::require);
        note.ifPresent(WellFormed::require);
        request.ifPresent(WellFormed::require);
    }
}
