package io.tillsync.core.tenancy;

import static io.tillsync.core.tenancy.Tenants.cause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.CoreFixture;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.Level;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Home;
import io.tillsync.core.write.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BusinessesIT {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    private CoreFixture core;
    private Businesses businesses;
    private Stores stores;

    @BeforeEach
    void open() {
        core = CoreFixture.on(MONGO.fresh());
        businesses = core.get(Businesses.class);
        stores = core.get(Stores.class);
    }

    @AfterEach
    void close() {
        core.close();
    }

    private List<Commit> commits(LogId log) {
        return core.get(Commits.class).after(log, Seq.START, 100);
    }

    @Test
    void opensTheLogsThatTillsFollow() {
        new Tenants(core).business("acme").store("acme", "north");

        assertThat(commits(Logs.business("acme")))
                .extracting(commit -> commit.event().orElseThrow())
                .containsExactly("opened");
        assertThat(commits(Logs.store("north")))
                .extracting(commit -> commit.event().orElseThrow())
                .containsExactly("opened");
    }

    @Test
    void givesTheFirstAnswerAgainAndOpensNothingTwice() {
        Map<String, String> fields = Map.of("name", "Acme", "currency", "EUR");
        Outcome first = businesses.create(EntityId.create(), fields, cause("key-1"));
        Outcome again = businesses.create(EntityId.create(), fields, cause("key-1"));

        assertThat(again).isEqualTo(first);
        assertThat(commits(Logs.INSTALLATION)).hasSize(1);
        assertThat(commits(Logs.business(Tenants.made(first).getString("id")))).hasSize(1);
    }

    @Test
    void takesOnlyCurrenciesWithDecimalsAndNamedTimeZones() {
        new Tenants(core).business("acme");
        Outcome business = businesses.create(EntityId.create(), Map.of("name", " ", "currency", "XAU"), cause());
        Outcome store = stores.create(
                EntityId.create(), Map.of("name", "N", "timeZone", "Mars/Olympus", "businessId", "none"), cause());

        assertThat(fieldsOf(business)).containsExactlyInAnyOrder("name", "currency");
        assertThat(fieldsOf(store)).containsExactly("timeZone");
    }

    @Test
    void neverChangesACurrencyNorTheBusinessOfAStore() {
        new Tenants(core).business("acme").business("other").store("acme", "north");

        assertThat(fieldsOf(businesses.change("acme", Base.version(1), Map.of("currency", "USD"), cause())))
                .containsExactly("currency");
        assertThat(fieldsOf(stores.change("north", Base.version(1), Map.of("businessId", "other"), cause())))
                .containsExactly("businessId");
        assertThat(businesses.change("acme", Base.version(1), Map.of("currency", "EUR", "name", "A"), cause()))
                .isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void refusesAChangeBasedOnAnOlderVersion() {
        new Tenants(core).business("acme");
        businesses.change("acme", Base.version(1), Map.of("name", "One"), cause());

        assertThat(businesses.change("acme", Base.version(1), Map.of("name", "Two"), cause()))
                .isInstanceOf(Outcome.VersionConflict.class);
        assertThat(businesses.change("none", Base.version(1), Map.of("name", "Two"), cause()))
                .isInstanceOf(Outcome.Missing.class);
    }

    @Test
    void aStoresHomeReachesUpToTheInstallation() {
        new Tenants(core).business("acme").store("acme", "north");
        Home home = core.get(Homes.class).of(Level.STORE, Scope.store("acme", "north"));

        assertThat(home.log()).isEqualTo(LogId.of("store", "north"));
        assertThat(home.log(Level.BUSINESS)).isEqualTo(LogId.of("business", "acme"));
        assertThat(home.log(Level.INSTALLATION)).isEqualTo(Logs.INSTALLATION);
        assertThat(home.rules().moneyDecimals()).isEqualTo(2);
    }

    private static List<String> fieldsOf(Outcome outcome) {
        return assertThat(outcome).asInstanceOf(type(Outcome.Invalid.class)).actual().errors().stream()
                .map(FieldError::field)
                .toList();
    }
}
