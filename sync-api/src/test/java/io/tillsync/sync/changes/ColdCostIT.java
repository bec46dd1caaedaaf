package io.tillsync.sync.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.SyncServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What reads cost a process that has no commits in memory, as after a start. */
@SyncServer
@TestPropertySource(properties = "tillsync.feed.tail-bytes=0B")
@DirtiesContext
class ColdCostIT {

    @Autowired
    private Costs costs;

    @Test
    void aChangeCostsTheSameHoweverMuchThereIs() {
        assertThat(costs.ofOneChange(costs.shopWith(5_000)))
                .isNotEmpty()
                .hasSameSizeAs(costs.ofOneChange(costs.shopWith(100)));
    }
}
