package io.tillsync.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.core.type.FieldError;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    @Test
    void takesEightCharactersToSeventyTwoBytes() {
        assertThat(Passwords.fault("12345678")).isEmpty();
        assertThat(Passwords.fault("x".repeat(72))).isEmpty();
    }

    @Test
    void refusesWhatBcryptWouldCutOff() {
        assertThat(Passwords.fault("x".repeat(73))).map(FieldError::code).contains("too-long");
        assertThat(Passwords.fault("ü".repeat(37))).map(FieldError::code).contains("too-long");
    }

    @Test
    void countsCharactersAndNotTheirCodeUnits() {
        assertThat(Passwords.fault("🔑🔑🔑🔑")).map(FieldError::code).contains("too-short");
    }

    @Test
    void saysWhatIsMissingOrNoText() {
        assertThat(Passwords.fault(null)).map(FieldError::code).contains("required");
        assertThat(Passwords.fault(12345678)).map(FieldError::code).contains("wrong-type");
    }
}
