package io.tillsync.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.core.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private static final String HERE = "192.0.2.1";

    private final SettableClock clock = new SettableClock();
    private final Guesses guesses = new Guesses(clock);

    private void fail(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            guesses.failed(name, address);
        }
    }

    @Test
    void allowsFiveForANameFromAnAddress() {
        fail(4, "ann", HERE);
        assertThat(guesses.areTooMany("ann", HERE)).isFalse();

        fail(1, "ann", HERE);
        assertThat(guesses.areTooMany("ann", HERE)).isTrue();
    }

    @Test
    void takesANameForTheSameWhateverItsCase() {
        fail(5, "ann", HERE);

        assertThat(guesses.areTooMany("ANN", HERE)).isTrue();
    }

    @Test
    void leavesOtherNamesAndAddressesAlone() {
        fail(5, "ann", HERE);

        assertThat(guesses.areTooMany("bob", HERE)).isFalse();
        assertThat(guesses.areTooMany("ann", "192.0.2.2")).isFalse();
    }

    @Test
    void allowsThirtyForANameFromAnywhere() {
        for (int i = 0; i < 30; i++) {
            assertThat(guesses.areTooMany("ann", "198.51.100.1")).isFalse();
            fail(1, "ann", "192.0.2." + i);
        }

        assertThat(guesses.areTooMany("ann", "198.51.100.1")).isTrue();
    }

    @Test
    void allowsSixtyFromAnAddressForAnybody() {
        for (int i = 0; i < 60; i++) {
            assertThat(guesses.areTooMany("bob", HERE)).isFalse();
            fail(1, "user-" + i, HERE);
        }

        assertThat(guesses.areTooMany("bob", HERE)).isTrue();
    }

    @Test
    void forgivesAfterAMinuteWithoutFailures() {
        fail(5, "ann", HERE);
        clock.advance(Guesses.WINDOW.minusSeconds(1));
        assertThat(guesses.areTooMany("ann", HERE)).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(guesses.areTooMany("ann", HERE)).isFalse();
    }

    @Test
    void forgetsTheFailuresOfWhoeverIsRight() {
        fail(4, "ann", HERE);
        guesses.succeeded("ann", HERE);
        fail(4, "ann", HERE);

        assertThat(guesses.areTooMany("ann", HERE)).isFalse();
    }

    @Test
    void countsNoneOfWhoeverIsRight() {
        for (int i = 0; i < 100; i++) {
            fail(1, "ann", HERE);
            guesses.succeeded("ann", HERE);
        }

        assertThat(guesses.areTooMany("ann", HERE)).isFalse();
        assertThat(guesses.areTooMany("bob", HERE)).isFalse();
    }

    @Test
    void takesLongNamesForTheSameIfTheyBeginSo() {
        String begin = "a".repeat(100);
        fail(5, begin + "b", HERE);

        assertThat(guesses.areTooMany(begin + "c", HERE)).isTrue();
    }
}
