package io.tillsync.core.write;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.trace.RequestIds;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants changed, as one commit.
 *
 * @param event what happened; where edits come with it, only if one of them changes something
 * @param note the reason that was given
 * @param apart whether the edits stand for themselves, so that one refused does not keep the others from being applied; else all are
 *     applied or none
 * @param requestId of what the caller's thread works for, for the logs and the commit to be found by each other
 * @param edits of different entities: a commit has one at most once
 */
public record ChangeRequest(
        Home home,
        Actor actor,
        Origin origin,
        Operation operation,
        Optional<String> event,
        Optional<String> note,
        boolean apart,
        Optional<String> requestId,
        List<Edit> edits) {

    public ChangeRequest {
        Set<View.EntityKey> entities = new HashSet<>();
        for (Edit edit : edits) {
            if (!entities.add(new View.EntityKey(edit.type(), edit.id()))) {
                throw new IllegalArgumentException("Two edits of " + edit.type() + " " + edit.id() + " in one request");
            }
        }
    }

    /** For the request that this thread works for. */
    public ChangeRequest(
            Home home,
            Actor actor,
            Origin origin,
            Operation operation,
            Optional<String> event,
            Optional<String> note,
            boolean apart,
            List<Edit> edits) {
        this(home, actor, origin, operation, event, note, apart, RequestIds.current(), edits);
    }

    public static ChangeRequest of(Home home, Actor actor, Origin origin, Operation operation, Edit... edits) {
        return new ChangeRequest(
                home, actor, origin, operation, Optional.empty(), Optional.empty(), false, List.of(edits));
    }

    /** Something that happened, without a change. */
    public static ChangeRequest happened(Home home, Actor actor, Origin origin, Operation operation, String event) {
        return new ChangeRequest(
                home, actor, origin, operation, Optional.of(event), Optional.empty(), false, List.of());
    }

    /** The same as an event that has a name, beside its changes. */
    public ChangeRequest as(String name) {
        return new ChangeRequest(home, actor, origin, operation, Optional.of(name), note, apart, requestId, edits);
    }

    public ChangeRequest because(String reason) {
        return new ChangeRequest(home, actor, origin, operation, event, Optional.of(reason), apart, requestId, edits);
    }
}
