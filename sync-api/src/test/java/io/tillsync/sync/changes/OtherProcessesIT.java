package io.tillsync.sync.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.CoreFixture;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.tenancy.Homes;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.type.Level;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.LogWriters;
import io.tillsync.core.write.Outcome;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What another process has acknowledged, shown to this one, which has not looked for it yet. More than once: now and then it just has. */
@SyncServer
class OtherProcessesIT {

    @Autowired
    private World world;

    @Autowired
    private MongoDatabase database;

    private Shop shop;
    private CoreFixture other;

    @BeforeAll
    void open() {
        shop = world.newShop();
        other = CoreFixture.on(database, world.clock());
    }

    @AfterAll
    void close() {
        other.close();
    }

    /** Makes a setting; the part of a token that its answer would have. */
    private String writeElsewhere(String id) {
        Outcome.Result made = other.get(LogWriters.class)
                .write(ChangeRequest.of(
                        other.get(Homes.class).of(Level.BUSINESS, Scope.business(shop.business())),
                        Actor.system("other"),
                        Origin.SYSTEM,
                        new Operation(id, id),
                        new Edit.Create("settings", id, Map.of("value", 1))));
        assertThat(made.only()).isInstanceOf(Outcome.Applied.class);
        return Cursor.at(made.head()).encoded();
    }

    @RepeatedTest(3)
    void isAmongTheChanges() {
        String before = shop.token();
        String id = world.name("setting");

        Api till = shop.till().with("X-Sync-Token", writeElsewhere(id));

        assertThat(till.get("/sync/changes?token=" + before).is(200).json().findValuesAsString("id"))
                .containsExactly(id);
    }

    @RepeatedTest(3)
    void isToldOfAtOnce() {
        String before = shop.token();

        Api till = shop.till().with("X-Sync-Token", writeElsewhere(world.name("setting")));

        assertThat(till.get("/sync/check?wait=0&token=" + before)
                        .is(200)
                        .data()
                        .path("hasChanges")
                        .asBoolean())
                .isTrue();
    }
}
