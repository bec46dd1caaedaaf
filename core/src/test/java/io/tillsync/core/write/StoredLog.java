package io.tillsync.core.write;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import java.util.ArrayList;
import java.util.List;

/** Reads a log from its beginning to its end. */
final class StoredLog {

    private StoredLog() {}

    static List<Commit> commits(Commits commits, LogId log) {
        List<Commit> all = new ArrayList<>();
        List<Commit> next = commits.after(log, Seq.START, 100);
        while (!next.isEmpty()) {
            all.addAll(next);
            next = commits.after(log, all.getLast().seq(), 100);
        }
        return all;
    }
}
