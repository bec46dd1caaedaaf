package io.tillsync.core.importing;

import io.tillsync.core.write.Edit;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of some rows on the state that was read for them.
 *
 * @param edits to be written with one commit, each with the row that asks for it
 * @param unchanged rows that say what is there already
 * @param later rows that hit what an earlier one of the same commit changes: they are judged after it
 */
record Plan(List<Planned> edits, List<Done> unchanged, List<Rejected> rejected, List<Entry> later) {

    /** An edit and the row that it is for. */
    record Planned(Entry entry, Edit edit) {}

    static Plan empty() {
        return new Plan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
