package io.tillsync.sync.metrics;

import static java.util.Comparator.comparing;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.tillsync.core.tenancy.TerminalLags;
import io.tillsync.core.tenancy.TerminalLags.Standing;
import io.tillsync.core.tenancy.TerminalLags.Survey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How fresh every till is: how many are how far behind, and which stores are worst. Looked at now and then, not when somebody asks for the
 * metrics. Every process tells the same, about all of them.
 */
@Component
class TerminalMeters {

    /** The most stores that are named: a label must not grow with the installation. */
    static final int STORES = 10;

    private static final Logger LOG = LoggerFactory.getLogger(TerminalMeters.class);

    private final TerminalLags lags;
    private final MultiGauge seconds;
    private final MultiGauge commits;
    private volatile Map<LagStep, Long> counts = Map.of();
    private volatile long storesBehind;

    TerminalMeters(MeterRegistry meters, TerminalLags lags) {
        this.lags = lags;
        Stream.of(LagStep.values())
                .forEach(lag -> Gauge.builder("tillsync.terminals", this, self -> self.counts.getOrDefault(lag, 0L))
                        .description("Enrolled tills by how far they are behind")
                        .tag("lag", lag.word())
                        .tag("online", lag.isOnline() ? "yes" : "no")
                        .register(meters));
        this.seconds = MultiGauge.builder("tillsync.store.lag")
                .description(
                        "Age of the first commit that a till of the store lacks which is online; the worst stores only")
                .baseUnit("seconds")
                .register(meters);
        this.commits = MultiGauge.builder("tillsync.store.lag.commits")
                .description("Commits that the same till lacks")
                .register(meters);
        Gauge.builder("tillsync.stores.behind", this, self -> self.storesBehind)
                .description("Stores with a till that is online and lacks a commit older than a minute")
                .register(meters);
    }

    @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            show(lags.look());
        } catch (MongoException e) {
            LOG.debug("How far tills are is not known now: {}", e.toString());
        }
    }

    private void show(Survey survey) {
        Map<LagStep, Long> counted =
                survey.standings().stream().collect(Collectors.groupingBy(LagStep::of, Collectors.counting()));
        counted.put(LagStep.NEVER, (long) survey.silent());
        counts = counted;
        Collection<Standing> slowest = slowestByStore(survey);
        storesBehind = slowest.stream()
                .filter(till -> till.behind().compareTo(Duration.ofMinutes(1)) > 0)
                .count();
        List<Standing> worst = slowest.stream()
                .filter(till -> till.behind().isPositive())
                .sorted(comparing(Standing::behind).reversed())
                .limit(STORES)
                .toList();
        seconds.register(rows(worst, till -> till.behind().toMillis() / 1000.0), true);
        commits.register(rows(worst, lags::commitsBehind), true);
    }

    private static Collection<Standing> slowestByStore(Survey survey) {
        return survey.standings().stream()
                .filter(Standing::isOnline)
                .collect(Collectors.toMap(
                        Standing::store, till -> till, BinaryOperator.maxBy(comparing(Standing::behind))))
                .values();
    }

    private static List<Row<?>> rows(List<Standing> worst, ToDoubleFunction<Standing> value) {
        return worst.stream()
                .<Row<?>>map(till -> Row.of(Tags.of("store", till.store().owner()), value.applyAsDouble(till)))
                .toList();
    }
}
