package io.tillsync.core.tenancy;

import static io.tillsync.core.tenancy.Tenants.cause;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.CoreFixture;
import io.tillsync.core.write.Base;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessChangesIT {

    private static final Subject ANN = new Subject(Subject.Kind.USER, "ann");
    private static final Subject TILL = new Subject(Subject.Kind.TERMINAL, "till-1");

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private CoreFixture core;
    private CoreFixture listening;
    private Tenants tenants;
    private final List<Subject> ended = new ArrayList<>();

    @BeforeEach
    void open() {
        MongoDatabase database = MONGO.fresh();
        core = CoreFixture.on(database);
        tenants = new Tenants(core).business("acme").store("acme", "north").user("ann", Role.MANAGER, "acme");
        listening = CoreFixture.on(database);
        listening.get(AccessChanges.class).listen(ended::add);
        listening.get(Directory.class).user("ann");
    }

    @AfterEach
    void close() {
        listening.close();
        core.close();
    }

    private List<Subject> heard() {
        listening.follow();
        return ended;
    }

    @Test
    void tellsWhenAnotherProcessDisablesAUserOrGivesAnotherPassword() {
        core.get(Users.class).change("ann", Base.version(1), Map.of("password", "a second horse"), cause());
        assertThat(heard()).containsExactly(ANN);
        core.get(Users.class).disable("ann", cause());
        assertThat(heard()).containsExactly(ANN, ANN);
        core.get(Users.class).enable("ann", cause());
        assertThat(heard()).containsExactly(ANN, ANN);
    }

    @Test
    void tellsWhenATerminalIsRevokedOrAnotherDeviceTakesItsPlace() {
        tenants.enrolled(tenants.terminal("acme", "north", "till-1"));
        assertThat(heard()).isEmpty();
        tenants.enrolled(
                core.get(Terminals.class).renewCode("till-1", cause()).code().orElseThrow());
        assertThat(heard()).containsExactly(TILL);
        core.get(Terminals.class).revoke("till-1", cause());
        assertThat(heard()).containsExactly(TILL, TILL);
    }

    @Test
    void tellsWhenWhatAUserMaySeeHasChangedButNotOfANewName() {
        core.get(Users.class).change("ann", Base.version(1), Map.of("username", "anna"), cause());
        assertThat(heard()).isEmpty();
        core.get(Users.class).change("ann", Base.version(2), Map.of("role", "cashier"), cause());
        assertThat(heard()).containsExactly(ANN);
    }
}
