package io.tillsync.sync.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.read.Cursor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeptTest {

    private static final LogId LOG = LogId.of("store", "acme-1");
    private static final byte[] KEY = {10, 20};

    private final Kept kept = new Kept(new Cursor(LOG, new Seq(7), -9), new byte[] {1, 2, 3});

    @Test
    void isReadAsItWasWritten() {
        Kept read = Kept.of(LOG, KEY, kept.encoded(KEY)).orElseThrow();

        assertThat(read.at()).isEqualTo(kept.at());
        assertThat(read.content()).containsExactly(1, 2, 3);
    }

    @Test
    void isNothingWhereSomethingElseWasWritten() {
        assertThat(Kept.of(LOG, KEY, new byte[] {})).isEmpty();
        assertThat(Kept.of(LOG, KEY, new byte[19])).isEmpty();
        assertThat(Kept.of(LOG, KEY, new byte[30])).isEmpty();
    }

    @Test
    void isNothingUnderAnotherKey() {
        assertThat(Kept.of(LOG, new byte[] {20, 10}, kept.encoded(KEY))).isEmpty();
    }

    @Test
    void isNothingWhereItWasCutShortOrOverwritten() {
        byte[] encoded = kept.encoded(KEY);
        byte[] overwritten = encoded.clone();
        overwritten[encoded.length - 1]++;

        assertThat(Kept.of(LOG, KEY, Arrays.copyOf(encoded, encoded.length - 1)))
                .isEmpty();
        assertThat(Kept.of(LOG, KEY, overwritten)).isEmpty();
    }
}
