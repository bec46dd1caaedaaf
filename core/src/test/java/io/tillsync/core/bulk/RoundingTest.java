package io.tillsync.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    @ParameterizedTest
    @CsvSource({
        "0.01-0, 1.994, 1.99",
        "0.01-0, 1.995, 2.00",
        "0.05-0, 1.97, 1.95",
        "0.05-0, 1.975, 2.00",
        "1.00-0, 0.20, 1.00",
        "1.00-0, 0, 0",
        "1.00-0.01, 4.70, 4.99",
        "1.00-0.01, 4.49, 4.99",
        "1.00-0.01, 4.48, 3.99",
        "1.00-0.01, 0.10, 0.99"
    })
    void roundsToTheNearestAmountOfItsKind(String name, BigDecimal amount, BigDecimal rounded) {
        assertThat(Rounding.named(name, 2).orElseThrow().round(amount)).isEqualByComparingTo(rounded);
    }

    @Test
    void followsTheCurrencyInWhatItOffers() {
        assertThat(Rounding.of(0))
                .extracting(Rounding::name)
                .startsWith("1-0", "5-0")
                .endsWith("100-1", "100-5");
        assertThat(Rounding.of(2))
                .extracting(Rounding::name)
                .startsWith("0.01-0", "0.05-0")
                .contains("1.00-0.01");
    }

    @Test
    void leavesWhatIsNegativeToBeRefused() {
        assertThat(Rounding.of(2).getLast().round(new BigDecimal("-3.20"))).isNegative();
    }
}
