package io.tillsync.sync.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.read.Cursor;
import org.junit.jupiter.api.Test;

class KeptTest {

    private static final LogId LOG = LogId.of("store", "acme-1");

    @Test
    void isReadAsItWasWritten() {
        Kept kept = new Kept(new Cursor(LOG, new Seq(7), -9), new byte[] {1, 2, 3});

        Kept read = Kept.of(LOG, kept.encoded()).orElseThrow();
        assertThat(read.at()).isEqualTo(kept.at());
        assertThat(read.content()).containsExactly(1, 2, 3);
    }

    @Test
    void isNothingWhereSomethingElseWasWritten() {
        assertThat(Kept.of(LOG, new byte[] {})).isEmpty();
        assertThat(Kept.of(LOG, new byte[15])).isEmpty();
        assertThat(Kept.of(LOG, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0}))
                .isEmpty();
    }
}
