package io.tillsync.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogIdTest {

    @Test
    void tellsOfWhatItIsAndWhose() {
        LogId log = LogId.of("business", "acme");

        assertThat(log.kind()).isEqualTo("business");
        assertThat(log.owner()).isEqualTo("acme");
    }

    @Test
    void isNobodysWhereThereIsOnlyOneOfItsKind() {
        LogId log = new LogId("installation");

        assertThat(log.kind()).isEqualTo("installation");
        assertThat(log.owner()).isEmpty();
    }
}
