package io.tillsync.sync.changes;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.DatabaseCommands;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reads cost what has changed, not what there is: counted in commands to the database. */
@SyncServer
class CostIT {

    private static final int FEW = 100;
    private static final int MANY = 5_000;

    @Autowired
    private DatabaseCommands commands;

    @Autowired
    private Costs costs;

    private Shop small;
    private Shop large;

    @BeforeAll
    void fill() {
        small = costs.shopWith(FEW);
        large = costs.shopWith(MANY);
    }

    @Test
    void nothingNewTouchesNoDatabase() {
        Api till = large.till();
        String token = large.token();
        String tag = till.get("/sync/changes?token=" + token).is(200).header("ETag");
        String list = till.get("/products?limit=1").is(200).header("ETag");

        await().untilAsserted(() -> assertThat(commands.during(() -> {
                    till.get("/sync/changes?token=" + token).is(200);
                    till.get("/sync?entities=products&token=" + token).is(200);
                    till.with("If-None-Match", tag)
                            .get("/sync/changes?token=" + token)
                            .is(304);
                    till.get("/sync/check?wait=0&token=" + token).is(200);
                    till.get("/sync/check?wait=1&token=" + token).is(200);
                    till.with("If-None-Match", list).get("/products?limit=1").is(304);
                }))
                .isEmpty());
    }

    @Test
    void aChangeThatIsStillInMemoryTouchesNoDatabase() {
        assertThat(costs.ofOneChange(large)).isEmpty();
    }

    @Test
    void aPageOfTheFirstLoadCostsTheSameHoweverMuchThereIs() {
        for (String path : List.of("/sync/full?limit=50", "/products?limit=50", "/products?limit=50&sort=name")) {
            assertThat(costs.of(() -> large.till().get(path).is(200)))
                    .as(path)
                    .hasSameSizeAs(costs.of(() -> small.till().get(path).is(200)));
        }
    }

    @Test
    void aWriteCostsTheSameHoweverMuchThereIs() {
        assertThat(costs.of(() -> large.boss()
                        .post("/products", fields("name", "Tea", "price", 1))
                        .is(201)))
                .hasSameSizeAs(costs.of(() -> small.boss()
                        .post("/products", fields("name", "Tea", "price", 1))
                        .is(201)));
    }
}
