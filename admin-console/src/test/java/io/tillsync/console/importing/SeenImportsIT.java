package io.tillsync.console.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.console.startup.Browser;
import io.tillsync.console.startup.RunningTillsync;
import io.tillsync.core.tenancy.Cause;
import io.tillsync.core.tenancy.Users;
import io.tillsync.core.type.EntityId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeenImportsIT {

    private static final String PASSWORD = "demo-password";
    private static final String IMPORTS = "/s/demo-2/imports";

    private RunningTillsync tillsync;

    @BeforeAll
    void start() {
        tillsync = RunningTillsync.started("tillsync.demo.password=" + PASSWORD);
    }

    @AfterAll
    void stop() {
        tillsync.close();
    }

    private Browser loggedIn(String user) {
        Browser browser = new Browser(tillsync);
        browser.logIn(user, PASSWORD, "/");
        browser.get("/account");
        return browser;
    }

    private void make(String user, String store) {
        Map<String, Object> fields = Map.of(
                "username",
                user,
                "password",
                PASSWORD,
                "role",
                "manager",
                "businessId",
                "demo",
                "stores",
                List.of(store));
        Cause cause = new Cause(Actor.system("test"), Origin.SYSTEM, new Operation(user, user));
        tillsync.bean(Users.class).create(EntityId.create(), fields, cause);
    }

    private static List<String> imports(Browser browser) {
        return Pattern.compile(IMPORTS + "/([0-9a-f-]{36})\"")
                .matcher(browser.get(IMPORTS).body())
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    @Test
    void anImportIntoAStoreThatTheVisitorDoesNotSeeIsNotThere() {
        make("ida", "demo-2");
        Browser ida = loggedIn("ida");

        List<String> seen = imports(ida);
        assertThat(seen).hasSize(1);
        assertThat(ida.get(IMPORTS + "/" + seen.getFirst()).statusCode()).isEqualTo(200);
        String other = IMPORTS + "/"
                + imports(loggedIn("admin")).stream()
                        .filter(id -> !seen.contains(id))
                        .findFirst()
                        .orElseThrow();
        assertThat(ida.get(other).statusCode()).isEqualTo(404);
        assertThat(ida.get(other + "/rejected.csv").statusCode()).isEqualTo(404);
        assertThat(ida.post(other + "/undo", Map.of()).statusCode()).isEqualTo(404);
    }
}
