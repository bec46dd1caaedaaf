package io.tillsync.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SomeLinesTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void leavesOutWhatIsTooMuch() {
        SomeLines lines = SomeLines.atMost(2, Duration.ofHours(1));

        for (int i = 0; i < 5; i++) {
            lines.ifAllowed(told::add);
        }

        assertThat(told).containsExactly("", "");
    }

    @Test
    void tellsLaterHowManyWereLeftOut() {
        SomeLines lines = SomeLines.atMost(1, Duration.ofMillis(50));
        lines.ifAllowed(told::add);
        lines.ifAllowed(told::add);

        await().untilAsserted(() -> {
            lines.ifAllowed(told::add);
            assertThat(told).hasSizeGreaterThan(1);
        });

        assertThat(told.get(1)).matches(" \\(\\d+ such lines before were left out\\)");
    }
}
