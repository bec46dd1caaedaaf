package io.tillsync.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EnrolmentCodesTest {

    @Test
    void readsACodeAsPeopleTypeIt() {
        assertThat(EnrolmentCodes.read("0123-4abcd e")).contains("01234ABCDE");
        assertThat(EnrolmentCodes.read("o1il4ABCDE")).contains("01114ABCDE");
    }

    @Test
    void refusesWhatCannotBeACode() {
        assertThat(EnrolmentCodes.read("")).isEmpty();
        assertThat(EnrolmentCodes.read("01234ABCD")).isEmpty();
        assertThat(EnrolmentCodes.read("01234ABCDEF")).isEmpty();
        assertThat(EnrolmentCodes.read("01234ABCDU")).isEmpty();
        assertThat(EnrolmentCodes.read("-".repeat(1_000_000) + "01234ABCDE")).isEmpty();
    }

    @Test
    void isReadAgainAsItIsShown() {
        EnrolmentCode code = new EnrolmentCode("01234ABCDE", Instant.EPOCH);

        assertThat(code.grouped()).isEqualTo("01234-ABCDE");
        assertThat(EnrolmentCodes.read(code.grouped())).contains(code.value());
        assertThat(code.toString()).doesNotContain(code.value());
    }
}
