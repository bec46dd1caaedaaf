package io.tillsync.console.dashboard;

import io.tillsync.console.importing.SeenImports;
import io.tillsync.console.page.Place;
import io.tillsync.console.setup.Till;
import io.tillsync.core.importing.ImportJob;
import io.tillsync.core.stock.StockLevels.Level;
import io.tillsync.core.stock.StockLevels.Levels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds what somebody should look at, as far as that costs little. */
@Component
class Problems {

    private static final long FAR_BEHIND = 100;
    private static final Duration LONG_BEHIND = Duration.ofMinutes(10);
    private static final Duration IMPORTS_OF = Duration.ofDays(7);
    private static final int MOST_IMPORTS = 20;

    private final SeenImports imports;
    private final StockWatch stocks;
    private final Clock clock;

    Problems(SeenImports imports, StockWatch stocks, Clock clock) {
        this.imports = imports;
        this.stocks = stocks;
        this.clock = clock;
    }

    /**
     * What there is, the most urgent first.
     *
     * @param isWhole whether everything was looked at; if not, it is being looked at
     */
    record Found(List<Problem> all, boolean isWhole) {}

    Found of(Place place, List<Till> tills) {
        List<Problem> problems = new ArrayList<>();
        if (place.permissions().maySeeHistories()) {
            ofTills(place, tills, problems);
        }
        if (place.permissions().maySeeImports()) {
            Instant since = clock.instant().minus(IMPORTS_OF);
            List<String> failed = imports.list(place, MOST_IMPORTS).stream()
                    .filter(job -> job.state() == ImportJob.State.FAILED
                            && job.startedAt().isAfter(since))
                    .map(job -> job.error().map(ImportJob.Failure::message).orElse(job.entityType()))
                    .toList();
            add(problems, "imports", true, failed, failed.size() < MOST_IMPORTS, place.path() + "/imports");
        }
        Optional<Levels> known = stocks.of(place);
        known.ifPresent(levels -> {
            String address = place.path() + "/stock";
            add(problems, "below-zero", true, names(levels.belowZero()), levels.hasAllBelowZero(), address);
            add(problems, "low-stock", false, names(levels.low()), levels.hasAllLow(), address);
        });
        return new Found(problems, known.isPresent());
    }

    private void ofTills(Place place, List<Till> tills, List<Problem> problems) {
        String address = place.path() + "/setup/terminals";
        add(problems, "lost", true, names(tills, Till::isLost), true, address);
        add(problems, "behind", true, names(tills, this::isFarBehind), true, address);
        add(problems, "silent", true, names(tills, till -> till.state() == Till.State.SILENT), true, address);
        add(problems, "expired", false, names(tills, till -> till.state() == Till.State.EXPIRED), true, address);
    }

    /** One that has just gone away is behind all the time, and comes back: silence is another problem. */
    private boolean isFarBehind(Till till) {
        Instant longAgo = clock.instant().minus(LONG_BEHIND);
        return till.isOnline()
                && till.lag()
                        .filter(lag -> lag.commits() >= FAR_BEHIND
                                || lag.since().filter(longAgo::isAfter).isPresent())
                        .isPresent();
    }

    private static List<String> names(List<Till> tills, Predicate<Till> which) {
        return tills.stream().filter(which).map(Till::name).toList();
    }

    private static List<String> names(List<Level> levels) {
        return levels.stream().map(Level::name).toList();
    }

    private static void add(
            List<Problem> problems, String kind, boolean isBad, List<String> names, boolean isWhole, String address) {
        if (!names.isEmpty()) {
            problems.add(Problem.of(kind, isBad, names, isWhole, address));
        }
    }
}
