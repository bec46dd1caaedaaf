package io.tillsync.sync.precondition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates in headers (RFC 9110 §5.6.7): whole seconds, GMT. */
public final class HttpDate {
    private static final DateTimeFormatter IMF_FIXDATE = format("EEE, dd MMM uuuu HH:mm:ss 'GMT'");
    private static final List<DateTimeFormatter> ALL = List.of(
            IMF_FIXDATE,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.US),
            format("EEE MMM ppd HH:mm:ss uuuu"));

    private HttpDate() {}

    /** Cuts off the fraction of the second. */
    public static String format(Instant time) {
        return IMF_FIXDATE.format(ZonedDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    /** Empty for what is no date: §13.1.3 says to ignore the header then. Also reads the two obsolete forms. */
    public static Optional<Instant> parse(String text) {
        for (var form : ALL) {
            try {
                return Optional.of(LocalDateTime.parse(text.strip(), form).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException other) {
                // perhaps the next form
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US);
    }
}
