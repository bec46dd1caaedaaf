package io.tillsync.sync.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The form of every time in the API: ISO 8601, UTC, always with three digits of milliseconds. */
public final class Timestamps {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /** Cuts off what is smaller than a millisecond. */
    public static String format(Instant time) {
        return MILLISECONDS.format(time);
    }
}
