package io.tillsync.console.rebuild;

import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.projection.Projections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rebuilds every log that the database holds, one after the other, and tells of each. */
final class AllLogs {

    private static final Logger LOG = LoggerFactory.getLogger(AllLogs.class);

    private final Commits commits;
    private final Projections projections;

    AllLogs(Commits commits, Projections projections) {
        this.commits = commits;
        this.projections = projections;
    }

    /** A log with a fault in its chain is left as it is: what follows from it could be less than what is there. False where one was. */
    boolean rebuild() {
        List<LogId> logs = commits.logs();
        int rebuilt = 0;
        for (LogId log : logs) {
            Optional<String> fault = commits.verify(log);
            if (fault.isPresent()) {
                LOG.error("{} is damaged, and was left as it is: {}", log, fault.get());
            } else {
                Seq head = projections.rebuild(log);
                rebuilt++;
                LOG.info("{}: {} commits ({} of {} logs)", log, head.value(), rebuilt, logs.size());
            }
        }
        LOG.info("{} of {} logs were rebuilt", rebuilt, logs.size());
        return rebuilt == logs.size();
    }
}
