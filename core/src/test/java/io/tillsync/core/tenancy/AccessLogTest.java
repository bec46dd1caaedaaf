package io.tillsync.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccessLogTest {

    @Test
    void keepsTheFirstCharactersOfWhatWasTyped() {
        assertThat(AccessLog.shown("a".repeat(1000))).hasSize(64);
        assertThat(AccessLog.shown("🔑".repeat(65)).codePoints()).hasSize(64);
    }

    @Test
    void keepsNothingThatDoesHarmOnAScreen() {
        assertThat(AccessLog.shown("a\r\n\u0000\u001b[31m\u202eb\ud800")).isEqualTo("a[31mb");
    }
}
