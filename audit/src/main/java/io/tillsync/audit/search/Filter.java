package io.tillsync.audit.search;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked for; all of it has to be met, and by the same change where it is about changes.
 *
 * @param events what has happened, one of these; empty for anything
 * @param op what was done to an entity
 * @param entityType of the entity
 * @param field that was changed, or given at the beginning
 * @param actorId of the user or terminal
 * @param from at or after this time
 * @param to before this time
 * @param text that is somewhere in a name, an id or a note; blank for none
 * @param textFields the fields of states in which names are
 */
public record Filter(
        Set<String> events,
        Optional<Change.Op> op,
        Optional<String> entityType,
        Optional<String> field,
        Optional<String> actorId,
        Optional<Origin> origin,
        Optional<Instant> from,
        Optional<Instant> to,
        String text,
        List<String> textFields) {

    /** Everything. */
    public static final Filter ALL = new Filter(
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            List.of());

    /** The same, but nothing that is older. */
    public Filter since(Instant time) {
        return new Filter(
                events,
                op,
                entityType,
                field,
                actorId,
                origin,
                Optional.of(from.filter(time::isBefore).orElse(time)),
                to,
                text,
                textFields);
    }
}
