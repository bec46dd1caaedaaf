package io.tillsync.console.live;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.console.page.Place;
import io.tillsync.core.type.EntityTypes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a screen is told of a commit: enough to know whether it shows something that has changed, and nothing that has to be kept secret. */
@Component
class CommitNotes {

    private static final int MOST_CHANGES = 200;

    private final EntityTypes types;

    CommitNotes(EntityTypes types) {
        this.types = types;
    }

    /**
     * A commit in short.
     *
     * @param changes those of types that the visitor may read; of a large commit only the first
     * @param isWhole whether these are all
     */
    record Note(
            String log, long seq, String at, String actor, String actorId, List<Changed> changes, boolean isWhole) {}

    /** One changed entity. */
    record Changed(String type, String id, String op, long version) {}

    Note of(Place place, Commit commit) {
        List<Changed> changes = commit.changes().stream()
                .filter(change -> isReadable(place, change))
                .limit(MOST_CHANGES)
                .map(change -> new Changed(
                        change.entityType(), change.entityId(), change.op().name(), change.syncVersion()))
                .toList();
        return new Note(
                commit.log().value(),
                commit.seq().value(),
                commit.at().toString(),
                commit.actor().name(),
                commit.actor().id(),
                changes,
                commit.changes().size() <= MOST_CHANGES);
    }

    private boolean isReadable(Place place, Change change) {
        return types.find(change.entityType())
                .filter(type -> place.permissions().mayRead(type))
                .isPresent();
    }
}
