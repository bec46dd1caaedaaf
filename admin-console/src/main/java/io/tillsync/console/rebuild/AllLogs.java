package io.tillsync.console.rebuild;

import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.projection.Projections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rebuilds all that follows from the logs, one after the other, and tells of each. */
final class AllLogs {

    private static final Logger LOG = LoggerFactory.getLogger(AllLogs.class);

    private final Commits commits;
    private final Projections projections;
    private final RebuildMark mark;

    AllLogs(Commits commits, Projections projections, RebuildMark mark) {
        this.commits = commits;
        this.projections = projections;
        this.mark = mark;
    }

    /** False, and nothing is touched, where there is no log, or one has a fault in its chain: what follows from it could be less than what is there. */
    boolean rebuild() {
        List<LogId> logs = commits.logs();
        if (logs.isEmpty()) {
            LOG.error("The database holds no log; does TILLSYNC_MONGODB_URI name the right one? Nothing was rebuilt");
            return false;
        }
        if (!areSound(logs)) {
            LOG.error("Nothing was rebuilt");
            return false;
        }
        mark.set();
        projections.clear();
        int rebuilt = 0;
        for (LogId log : logs) {
            Seq head = projections.rebuild(log);
            rebuilt++;
            LOG.info("{}: {} commits ({} of {} logs)", log, head.value(), rebuilt, logs.size());
        }
        mark.clear();
        LOG.info("{} logs were rebuilt", rebuilt);
        return true;
    }

    private boolean areSound(List<LogId> logs) {
        boolean areSound = true;
        for (LogId log : logs) {
            Optional<String> fault = commits.verify(log);
            fault.ifPresent(words -> LOG.error("{} is damaged: {}", log, words));
            areSound &= fault.isEmpty();
        }
        return areSound;
    }
}
