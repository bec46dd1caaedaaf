package io.tillsync.sync.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class DeadlocksTest {

    private final Deadlocks deadlocks = new Deadlocks(new Connections());

    @Test
    void findsThreadsThatWaitForEachOther() {
        try (Deadlock deadlock = Deadlock.start()) {
            await().untilAsserted(
                            () -> assertThat(deadlocks.find()).containsExactlyInAnyOrderElementsOf(deadlock.names()));
        }

        assertThat(deadlocks.find()).isEmpty();
    }
}
