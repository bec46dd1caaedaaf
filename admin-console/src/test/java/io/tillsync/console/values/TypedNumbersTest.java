package io.tillsync.console.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1.99 | 1.99",
                "en | 1,99 | 1.99",
                "en | 1,234.50 | 1234.50",
                "en | 1.234 | 1.234",
                "en | 1,234,567 | 1234567",
                "de | 1,99 | 1.99",
                "de | 1.99 | 1.99",
                "de | 1.234,50 | 1234.50",
                "de | 1,234 | 1.234",
                "de | 1 234,5 | 1234.5",
                "de | 1.234.567 | 1234567",
                "en | .5 | 0.5",
                "en | -3 | -3"
            })
    void readsWhatPeopleType(String language, String typed, BigDecimal number) {
        assertThat(TypedNumbers.read(typed, Locale.forLanguageTag(language)).orElseThrow())
                .isEqualByComparingTo(number);
    }

    @Test
    void readsNothingThatCouldBeTwoNumbers() {
        assertThat(TypedNumbers.read("1.234", Locale.GERMAN)).isEmpty();
        assertThat(TypedNumbers.read("1,234", Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1.2.3", "1e5", "--1", ".", "1,2,3", "٣"})
    void readsNothingThatIsNoNumber(String typed) {
        assertThat(TypedNumbers.read(typed, Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.5", "1234.567", "-0.001", "1000000"})
    void readsWhatItHasWrittenItself(BigDecimal number) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            assertThat(TypedNumbers.read(TypedNumbers.write(number, 2, locale), locale)
                            .orElseThrow())
                    .isEqualByComparingTo(number);
        }
    }
}
