package io.tillsync.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Writers;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    private static final EntityType PRODUCTS =
            EntityType.named("products", "product", Level.BUSINESS).build();
    private static final EntityType CUSTOMERS = EntityType.named("customers", "customer", Level.BUSINESS)
            .writtenBy(Writers.TILLS)
            .build();
    private static final EntityType PRICES =
            EntityType.named("store-prices", "store-price", Level.STORE).build();
    private static final EntityType SALES = EntityType.named("sales", "sale", Level.STORE)
            .writtenBy(Writers.TILLS)
            .build();
    private static final EntityType STOCKS = EntityType.named("stocks", "stock", Level.STORE)
            .writtenBy(Writers.OWN_CALLS)
            .build();

    private static final Scope HERE = Scope.store("acme", "north");
    private static final Scope NEXT_DOOR = Scope.store("acme", "south");
    private static final Scope ELSEWHERE = Scope.store("other", "west");

    private static Permissions user(Role role, String... stores) {
        return new Permissions(
                new Principal(new Subject(Subject.Kind.USER, "u"), "u", role, Optional.of("acme"), Set.of(stores)));
    }

    private static Permissions installationAdmin() {
        return new Permissions(
                new Principal(new Subject(Subject.Kind.USER, "root"), "root", Role.ADMIN, Optional.empty(), Set.of()));
    }

    private static Permissions terminal() {
        return new Permissions(new Principal(
                new Subject(Subject.Kind.TERMINAL, "t"), "t", Role.TERMINAL, Optional.of("acme"), Set.of("north")));
    }

    @Test
    void theInstallationsAdminMayDoEverythingEverywhere() {
        assertThat(installationAdmin().mayWrite(PRODUCTS, ELSEWHERE)).isTrue();
        assertThat(installationAdmin().mayAdjustStock(ELSEWHERE)).isTrue();
        assertThat(installationAdmin().mayAdminister(BusinessType.TYPE, Optional.of("new")))
                .isTrue();
        assertThat(installationAdmin().mayAdminister(UserType.TYPE, Optional.empty()))
                .isTrue();
    }

    @Test
    void aBusinesssAdminMayDoEverythingInItAndNothingElsewhere() {
        Permissions admin = user(Role.ADMIN);

        assertThat(admin.mayWrite(PRODUCTS, HERE)).isTrue();
        assertThat(admin.mayWrite(PRODUCTS, ELSEWHERE)).isFalse();
        assertThat(admin.sees(ELSEWHERE)).isFalse();
        assertThat(admin.mayAdminister(UserType.TYPE, Optional.of("acme"))).isTrue();
        assertThat(admin.mayAdminister(UserType.TYPE, Optional.of("other"))).isFalse();
    }

    @Test
    void aBusinesssAdminTouchesNeitherBusinessesNorTheInstallationsAdmins() {
        assertThat(user(Role.ADMIN).mayAdminister(BusinessType.TYPE, Optional.of("acme")))
                .isFalse();
        assertThat(user(Role.ADMIN).mayAdminister(UserType.TYPE, Optional.empty()))
                .isFalse();
        assertThat(user(Role.ADMIN).sees(UserType.TYPE, new Document("id", "root")))
                .isFalse();
    }

    @Test
    void aManagerWritesTheCatalogButAdministersNothing() {
        assertThat(user(Role.MANAGER).mayWrite(PRODUCTS, HERE)).isTrue();
        assertThat(user(Role.MANAGER).mayImport(PRODUCTS, HERE)).isTrue();
        assertThat(user(Role.MANAGER).mayAdminister(StoreType.TYPE, Optional.of("acme")))
                .isFalse();
    }

    @Test
    void whoIsLimitedToStoresWritesOnlyWhatLivesThere() {
        Permissions manager = user(Role.MANAGER, "north");

        assertThat(manager.mayWrite(PRICES, HERE)).isTrue();
        assertThat(manager.mayAdjustStock(HERE)).isTrue();
        assertThat(manager.mayWrite(PRICES, NEXT_DOOR)).isFalse();
        assertThat(manager.sees(NEXT_DOOR)).isFalse();
        assertThat(manager.mayWrite(PRODUCTS, HERE)).isFalse();
        assertThat(manager.mayImport(PRODUCTS, HERE)).isFalse();
        assertThat(user(Role.CASHIER, "north").mayWrite(CUSTOMERS, HERE)).isFalse();
    }

    @Test
    void whatHappensInAStoreIsThereForWhoSeesTheStore() {
        LogId north = Logs.store("north");

        assertThat(user(Role.MANAGER).seesLog(north)).isTrue();
        assertThat(installationAdmin().seesLog(north)).isTrue();
        assertThat(user(Role.MANAGER, "north", "south").seesLog(north)).isTrue();
        assertThat(user(Role.MANAGER, "south").seesLog(north)).isFalse();
    }

    @Test
    void anAuditorReadsEverythingAndWritesNothing() {
        Permissions auditor = user(Role.AUDITOR);

        assertThat(auditor.mayRead(UserType.TYPE)).isTrue();
        assertThat(auditor.mayAudit()).isTrue();
        assertThat(auditor.mayWrite(PRODUCTS, HERE)).isFalse();
        assertThat(auditor.mayWrite(SALES, HERE)).isFalse();
        assertThat(auditor.mayAdjustStock(HERE)).isFalse();
    }

    @Test
    void cashiersAndTerminalsWriteWhatATillWrites() {
        for (Permissions till : new Permissions[] {user(Role.CASHIER), terminal()}) {
            assertThat(till.mayWrite(CUSTOMERS, HERE)).isTrue();
            assertThat(till.mayWrite(SALES, HERE)).isTrue();
            assertThat(till.mayWrite(PRODUCTS, HERE)).isFalse();
            assertThat(till.mayWrite(PRICES, HERE)).isFalse();
            assertThat(till.mayAdjustStock(HERE)).isFalse();
            assertThat(till.mayRead(PRODUCTS)).isTrue();
            assertThat(till.mayRead(UserType.TYPE)).isFalse();
            assertThat(till.mayAudit()).isFalse();
        }
    }

    @Test
    void aTerminalSeesItsOwnStoreOnly() {
        assertThat(terminal().sees(HERE)).isTrue();
        assertThat(terminal().sees(NEXT_DOOR)).isFalse();
        assertThat(terminal().mayWrite(SALES, NEXT_DOOR)).isFalse();
    }

    @Test
    void nobodyWritesByGeneralCallsWhatHasCallsOfItsOwn() {
        assertThat(installationAdmin().mayWrite(STOCKS, HERE)).isFalse();
        assertThat(installationAdmin().mayWrite(UserType.TYPE, HERE)).isFalse();
    }
}
