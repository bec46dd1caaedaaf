package io.tillsync.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SomeLinesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicLong now = new AtomicLong(-5);
    private final SomeLines lines = new SomeLines(2, HOUR, now::get);
    private final List<String> told = new ArrayList<>();

    private void happens(int times) {
        for (int i = 0; i < times; i++) {
            lines.ifAllowed(told::add);
        }
    }

    @Test
    void leavesOutWhatIsTooMuch() {
        happens(5);

        assertThat(told).containsExactly("", "");
    }

    @Test
    void tellsLaterHowManyWereLeftOut() {
        happens(5);
        now.addAndGet(HOUR.toNanos() - 1);
        happens(1);
        now.incrementAndGet();
        happens(2);

        assertThat(told).containsExactly("", "", " (4 such lines before were left out)", "");
    }
}
