package io.tillsync.core.tenancy;

import static io.tillsync.core.tenancy.Tenants.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.CoreFixture;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class InstallationIT {

    @AutoClose
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    @Test
    void makesOneAdminHoweverManyProcessesStartAtOnce() throws Exception {
        MongoDatabase database = MONGO.fresh();
        try (CoreFixture one = CoreFixture.on(database);
                CoreFixture two = CoreFixture.on(database);
                ExecutorService starts = Executors.newFixedThreadPool(2)) {
            assertThat(one.get(Installation.class).isNew()).isTrue();
            for (Future<Void> start : starts.invokeAll(List.of(start(one), start(two)))) {
                start.get();
            }

            assertThat(one.get(Installation.class).isNew()).isFalse();
            assertThat(database.getCollection("users").countDocuments()).isOne();
            assertThat(database.getCollection("credentials").countDocuments()).isOne();
            String token = new Tenants(two).loggedIn("admin");
            assertThat(new Tenants(one)
                            .caller(token)
                            .orElseThrow()
                            .permissions()
                            .ofInstallation())
                    .isTrue();
        }
    }

    private static Callable<Void> start(CoreFixture core) {
        return () -> {
            core.get(Installation.class).ensureAdmin(PASSWORD);
            return null;
        };
    }

    @Test
    void leavesAnInstallationThatHasUsersAsItIs() {
        try (CoreFixture core = CoreFixture.on(MONGO.fresh())) {
            core.get(Installation.class).ensureAdmin(PASSWORD);
            core.get(Installation.class).ensureAdmin("another horse");

            assertThat(new Tenants(core).logIn("admin", "another horse")).isEqualTo(new LogIn.Refused());
        }
    }

    @Test
    void saysWhyAPasswordCannotBeTheFirstAdmins() {
        try (CoreFixture core = CoreFixture.on(MONGO.fresh())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> core.get(Installation.class).ensureAdmin("short"))
                    .withMessage("The admin's password must have at least 8 characters");
        }
    }
}
