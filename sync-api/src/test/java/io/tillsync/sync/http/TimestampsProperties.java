package io.tillsync.sync.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TimestampsProperties {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    @Property
    void writesEveryTimeAsTheFormatterDoes(
            @ForAll @LongRange(min = -70_000_000_000_000L, max = 300_000_000_000_000L) long millis,
            @ForAll @LongRange(max = 999_999) long nanos) {
        Instant time = Instant.ofEpochMilli(millis).plusNanos(nanos);

        assertThat(Timestamps.format(time)).isEqualTo(FORM.format(time));
    }

    @Example
    void keepsThreeDigitsOfMilliseconds() {
        assertThat(Timestamps.format(Instant.parse("2026-01-06T00:00:00Z"))).isEqualTo("2026-01-06T00:00:00.000Z");
    }
}
