package io.tillsync.sync.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.tenancy.LogInEvents;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.LogWriters;
import io.tillsync.core.write.Outcome;
import io.tillsync.core.write.Outcome.VersionConflict;
import io.tillsync.core.write.WriteListener;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What this process writes to the logs, how long that takes, and how often it has to be tried again. */
@Component
class WriteMeters implements WriteListener {

    private static final Duration[] DURATIONS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2)
    };
    private static final List<String> LEVELS = List.of("installation", "access", "business", "store");
    private static final Set<String> LOG_INS = Set.of(LogInEvents.LOGGED_IN, LogInEvents.FAILED);

    private final MeterRegistry meters;
    private final Timer appends;
    private final Timer projections;
    private final DistributionSummary batches;
    private final Counter merged;

    WriteMeters(MeterRegistry meters, LogWriters writers, EntityTypes types) {
        this.meters = meters;
        this.appends = timer("tillsync.append", "From asking for an insert of commits to its acknowledgement");
        this.projections = timer("tillsync.projection", "From there until what follows from the commits was written");
        this.batches = DistributionSummary.builder("tillsync.batch.commits")
                .description("Commits that went into the log with one insert")
                .serviceLevelObjectives(1, 4, 16, 64, 256)
                .register(meters);
        this.merged = Counter.builder("tillsync.merges")
                .description("Changes based on an older version that could be merged")
                .register(meters);
        types.all().map(EntityType::name).forEach(this::conflicts);
        LEVELS.forEach(level -> List.of(Origin.values()).forEach(origin -> {
            commits(level, origin);
            changes(level, origin);
        }));
        List.of(Cause.values()).forEach(this::retries);
        LOG_INS.forEach(this::logIns);
        writers.listen(this);
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(DURATIONS)
                .register(meters);
    }

    @Override
    public void decided(ChangeRequest request, List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (outcome instanceof VersionConflict conflict) {
                conflicts(conflict.type()).increment();
            } else if (outcome instanceof Outcome.Applied applied && applied.merged()) {
                merged.increment();
            }
        }
    }

    @Override
    public void appended(List<Commit> commits, Duration append, Duration projection) {
        appends.record(append);
        projections.record(projection);
        batches.record(commits.size());
        for (Commit commit : commits) {
            List<Change> changed = commit.changes();
            commits(commit.log().kind(), commit.origin()).increment();
            changes(commit.log().kind(), commit.origin()).increment(changed.size());
            commit.event()
                    .filter(LOG_INS::contains)
                    .ifPresent(event -> logIns(event).increment());
        }
    }

    @Override
    public void retried(Cause cause) {
        retries(cause).increment();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Counter commits(String level, Origin origin) {
        return Counter.builder("tillsync.commits")
                .description("Commits that this process has appended")
                .tag("level", level)
                .tag("origin", word(origin))
                .register(meters);
    }

    private Counter changes(String level, Origin origin) {
        return Counter.builder("tillsync.changes")
                .description("Entities that those commits have changed")
                .tag("level", level)
                .tag("origin", word(origin))
                .register(meters);
    }

    private Counter conflicts(String type) {
        return Counter.builder("tillsync.conflicts")
                .description("Changes refused since they were based on an older version")
                .tag("type", type)
                .register(meters);
    }

    private Counter retries(Cause cause) {
        return Counter.builder("tillsync.append.retries")
                .description("Batches that had to be judged again")
                .tag("cause", word(cause))
                .register(meters);
    }

    private Counter logIns(String event) {
        return Counter.builder("tillsync.logins")
                .description("Log-ins of users")
                .tag("result", event.equals(LogInEvents.LOGGED_IN) ? "succeeded" : "failed")
                .register(meters);
    }
}
