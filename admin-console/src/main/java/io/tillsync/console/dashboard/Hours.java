package io.tillsync.console.dashboard;

import io.tillsync.console.page.Formats;
import io.tillsync.console.page.Place;
import io.tillsync.core.read.Activity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** How much was changed at a place, by the hours and days of its own zone. */
@Component
class Hours {

    private static final int SHOWN = 24;

    private final Activity activity;
    private final Clock clock;

    Hours(Activity activity, Clock clock) {
        this.activity = activity;
        this.clock = clock;
    }

    /** One hour; {@code label} is when it begins. */
    record Hour(long epochSecond, String label, long changes) {}

    /**
     * The last day.
     *
     * @param yesterday until the same time of day
     */
    record Changes(long today, long yesterday, List<Hour> hours) {

        public long total() {
            return hours.stream().mapToLong(Hour::changes).sum();
        }

        /** Whether there is anything to draw. */
        public boolean isEmpty() {
            return total() == 0;
        }
    }

    Changes of(Place place, Formats formats) {
        ZoneId zone = place.store().timeZone();
        ZonedDateTime now = clock.instant().atZone(zone);
        ZonedDateTime today = now.toLocalDate().atStartOfDay(zone);
        ZonedDateTime yesterday = now.toLocalDate().minusDays(1).atStartOfDay(zone);
        NavigableMap<Instant, Long> quarters = new TreeMap<>();
        place.logs()
                .forEach(log -> activity.since(log, yesterday.toInstant())
                        .forEach((at, count) -> quarters.merge(at, count, Long::sum)));
        Instant first = now.truncatedTo(ChronoUnit.HOURS).toInstant().minus(Duration.ofHours(SHOWN - 1L));
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(formats.locale())
                .withZone(zone);
        List<Hour> hours = IntStream.range(0, SHOWN)
                .mapToObj(index -> first.plus(Duration.ofHours(index)))
                .map(hour -> new Hour(
                        hour.getEpochSecond(),
                        time.format(hour),
                        sum(quarters.subMap(hour, hour.plus(Duration.ofHours(1)))
                                .values())))
                .toList();
        return new Changes(
                sum(quarters.tailMap(today.toInstant()).values()),
                sum(quarters.subMap(yesterday.toInstant(), now.minusDays(1).toInstant())
                        .values()),
                hours);
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
