package io.tillsync.sync.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.tillsync.audit.log.Commit;
import io.tillsync.core.feed.FeedListener;
import io.tillsync.core.feed.Feeds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How fresh this process's own view of the logs is. */
@Component
class FeedMeters implements FeedListener {

    private static final Duration[] DURATIONS = {
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final Timer visible;
    private final Clock clock;

    FeedMeters(MeterRegistry meters, Feeds feeds, Clock clock) {
        this.clock = clock;
        this.visible = Timer.builder("tillsync.commit.visible")
                .description("From a commit's time until this process shows it, whichever process has written it")
                .serviceLevelObjectives(DURATIONS)
                .register(meters);
        Gauge.builder("tillsync.logs.followed", feeds, all -> all.lastLooks().size())
                .description("Logs that this process follows")
                .register(meters);
        TimeGauge.builder("tillsync.logs.unconfirmed.max", feeds, TimeUnit.MILLISECONDS, FeedMeters::longest)
                .description("How long the followed log that was not looked at for longest was not")
                .register(meters);
        feeds.listen(this);
    }

    private static double longest(Feeds feeds) {
        return feeds.lastLooks().values().stream()
                .mapToLong(Duration::toMillis)
                .max()
                .orElse(0);
    }

    @Override
    public void committed(List<Commit> commits) {
        Duration took = Duration.between(commits.getLast().at(), clock.instant());
        visible.record(took.isNegative() ? Duration.ZERO : took);
    }
}
