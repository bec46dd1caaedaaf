package io.tillsync.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.audit.log.Seq;
import io.tillsync.console.startup.RunningTillsync;
import io.tillsync.core.tenancy.Businesses;
import io.tillsync.core.tenancy.Cause;
import io.tillsync.core.tenancy.LogIn;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Sessions;
import io.tillsync.core.tenancy.Stores;
import io.tillsync.core.tenancy.Users;
import io.tillsync.core.type.EntityId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditScreensIT {

    private static final String PASSWORD = "audit-password";

    private RunningTillsync tillsync;

    @BeforeAll
    void start() {
        tillsync = RunningTillsync.started("tillsync.demo.password=" + PASSWORD);
        tillsync.bean(Businesses.class)
                .create(new EntityId("rival"), Map.of("name", "Rival & Sons", "currency", "USD"), cause("b"));
        Map<String, String> store = Map.of("name", "Rival shop", "timeZone", "UTC", "businessId", "rival");
        tillsync.bean(Stores.class).create(new EntityId("rival-1"), store, cause("s"));
        user("rita-of-rival", Map.of("role", "auditor", "businessId", "rival"));
        user("amy-of-one", Map.of("role", "auditor", "businessId", "demo", "stores", List.of("demo-1")));
    }

    private void user(String name, Map<String, Object> duties) {
        Map<String, Object> fields = new HashMap<>(duties);
        fields.put("username", name);
        fields.put("password", PASSWORD);
        tillsync.bean(Users.class).create(new EntityId(name), fields, cause(name));
    }

    private static Cause cause(String what) {
        return new Cause(Actor.system("test"), Origin.SYSTEM, new Operation("test/" + what, what));
    }

    @AfterAll
    void stop() {
        tillsync.close();
    }

    private HttpResponse<String> get(String user, String path) {
        Sessions sessions = tillsync.bean(Sessions.class);
        var logIn = (LogIn.Succeeded) sessions.logIn(user, PASSWORD, Origin.CONSOLE, Optional.empty());
        return tillsync.send(HttpRequest.newBuilder(tillsync.uri(path))
                .header("Cookie", "tillsync-session=" + logIn.token())
                .header("Accept", "text/html")
                .build());
    }

    private int status(String user, String path) {
        return get(user, path).statusCode();
    }

    @Test
    void theLogIsForAuditorsAndAdmins() {
        assertThat(status("auditor", "/s/demo-1/audit")).isEqualTo(200);
        assertThat(status("admin", "/s/demo-1/audit")).isEqualTo(200);
        assertThat(status("manager", "/s/demo-1/audit")).isEqualTo(403);
        assertThat(status("manager", "/s/demo-1/audit/verify")).isEqualTo(403);
        assertThat(status("manager", "/s/demo-1/audit/business:demo/1")).isEqualTo(403);
        assertThat(status("rita-of-rival", "/s/demo-1/audit")).isEqualTo(404);
    }

    @Test
    void managersSeeHistories() {
        String history = "/s/demo-1/audit/entity/products/light-roast-instant-coffee";

        assertThat(get("manager", history).body()).contains("Light Roast Instant Coffee");
        assertThat(status("manager", "/s/demo-1/audit/entity/users/auditor")).isEqualTo(404);
        assertThat(status("auditor", "/s/demo-1/audit/entity/users/auditor")).isEqualTo(200);
    }

    @Test
    void nothingOfAnotherBusinessAppears() {
        assertThat(get("auditor", "/s/demo-1/audit").body())
                .contains("amy-of-one")
                .doesNotContain("Rival", "rita-of-rival");
        assertThat(get("rita-of-rival", "/s/rival-1/audit").body())
                .contains("rita-of-rival")
                .doesNotContain("amy-of-one", "Demo 1");
        assertThat(status("auditor", "/s/demo-1/audit/business:rival/1")).isEqualTo(404);
        assertThat(status("auditor", "/s/demo-1/audit/access:rival/1")).isEqualTo(404);
        assertThat(status("auditor", "/s/demo-1/audit/entity/users/rita-of-rival"))
                .isEqualTo(404);
        assertThat(status("admin", "/s/demo-1/audit/entity/users/rita-of-rival"))
                .isEqualTo(404);
        assertThat(status("auditor", "/s/demo-1/audit/installation/" + positionOf("rita-of-rival")))
                .isEqualTo(404);
        assertThat(status("auditor", "/s/demo-1/audit/installation/" + positionOf("amy-of-one")))
                .isEqualTo(200);
    }

    private long positionOf(String entityId) {
        Commits commits = tillsync.bean(Commits.class);
        return commits.after(Logs.INSTALLATION, Seq.START, 100).stream()
                .filter(commit -> commit.changes().stream()
                        .anyMatch(change -> change.entityId().equals(entityId)))
                .findFirst()
                .orElseThrow()
                .seq()
                .value();
    }

    @Test
    void whoIsLimitedToAStoreSeesNoOther() {
        assertThat(status("amy-of-one", "/s/demo-1/audit/store:demo-1/1")).isEqualTo(200);
        assertThat(status("amy-of-one", "/s/demo-1/audit/store:demo-2/1")).isEqualTo(404);
        assertThat(status("auditor", "/s/demo-1/audit/store:demo-2/1")).isEqualTo(200);
    }

    @Test
    void noSecretIsShown() {
        String user = get("auditor", "/s/demo-1/audit/installation/" + positionOf("amy-of-one") + "/raw")
                .body();

        assertThat(user).contains("amy-of-one", "&quot;credential&quot; : &quot;…&quot;");
    }

    @Test
    void failedLogInsAreThere() {
        tillsync.bean(Sessions.class).logIn("manager", "wrong", Origin.API, Optional.of("192.0.2.1"));

        assertThat(get("auditor", "/s/demo-1/audit?action=log-in-failed").body())
                .contains("Log-in failed", "192.0.2.1");
    }
}
