package io.tillsync.audit.search;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Outline;
import java.util.List;

/**
 * One commit in a list.
 *
 * @param commit with those entities alone that may be seen
 * @param changes what was done to them, with their states; empty for a commit of many
 */
public record Entry(Outline commit, List<Change> changes) {

    public Position position() {
        return Position.of(commit);
    }
}
