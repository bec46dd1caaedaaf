package io.tillsync.console.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.console.startup.Browser;
import io.tillsync.console.startup.RestartableServer;
import io.tillsync.console.startup.RunningTillsync;
import io.tillsync.core.tenancy.Businesses;
import io.tillsync.core.tenancy.Cause;
import io.tillsync.core.tenancy.Users;
import io.tillsync.core.type.EntityId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Provokes what is logged, all of it, and looks for what belongs to somebody. */
@ExtendWith(OutputCaptureExtension.class)
class NoSecretsIT {

    private static final String NAME = "zoe.surname";
    private static final String PASSWORD = "zoes-password";

    @AutoClose
    private final RestartableServer database = RestartableServer.started();

    private Api zoe(RunningTillsync tillsync) {
        Cause cause = new Cause(Actor.system("test"), Origin.SYSTEM, new Operation("set-up", "set-up"));
        tillsync.bean(Businesses.class).create(new EntityId("acme"), Map.of("name", "Acme", "currency", "EUR"), cause);
        Map<String, Object> user = Map.of(
                "username", NAME, "password", PASSWORD, "role", "manager", "businessId", "acme", "stores", List.of());
        tillsync.bean(Users.class)
                .create(new EntityId("u-1"), user, new Cause(cause.actor(), cause.origin(), new Operation("u", "u")));
        return Api.of(tillsync, NAME, PASSWORD);
    }

    private static void provoke(RunningTillsync tillsync, Api zoe) {
        Api nobody = new Api(tillsync, "tsu_" + "Hushhu".repeat(7));
        nobody.json("GET", "/api/v1/customers", "");
        nobody.json(
                "POST", "/api/v1/auth/login", "{\"username\":\"mallory@example.com\",\"password\":\"wrong-hushhush\"}");
        new Browser(tillsync).logIn("mallory@example.com", "wrong-hushhush", "/");
        nobody.json(
                "POST",
                "/api/v1/sync/register",
                "{\"code\":\"HUSHHUSH-CODE\",\"deviceName\":\"d\",\"appVersion\":\"1\"}");
        String ada = "{\"name\":\"Ada Lovelace\",\"email\":\"ada@example.com\",\"phone\":\"555-0199\"}";
        zoe.json("POST", "/api/v1/customers", ada);
        zoe.json("POST", "/api/v1/customers", ada);
        zoe.json("POST", "/api/v1/customers", "{\"name\": \"Ada Lovelace\", \"email\": ");
        zoe.json("POST", "/api/v1/customers", "{\"name\":\"Ada Lovelace\",\"surname\":\"body-hushhush\",\"email\":7}");
        zoe.json("GET", "/api/v1/customers?q=ada@example.com", "");
        zoe.send(
                "POST",
                "/api/v1/imports/customers",
                "text/csv",
                "name,email\nAda Lovelace,ada@example.com\n\"unclosed");
    }

    @Test
    void whateverGoesWrongNothingOfAnybodyIsInTheLog(CapturedOutput output) {
        try (RunningTillsync tillsync = RunningTillsync.started(
                "tillsync.mongodb.uri=" + database.uri(),
                "tillsync.admin.password=first-hushhush",
                "tillsync.log.slow-request=1ns",
                "tillsync.log.slow-query=1ns",
                "tillsync.write.patience=100ms",
                "logging.level.io.tillsync=TRACE")) {
            Api zoe = zoe(tillsync);
            provoke(tillsync, zoe);
            database.stop();
            zoe.json("POST", "/api/v1/customers", "{\"name\":\"Grace Hopper\",\"email\":\"grace@example.com\"}");
            database.start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> zoe.json("GET", "/api/v1/customers", "").statusCode() == 200);

            assertThat(output).contains("Slow request: POST /api/v1/auth/login", "Slow query: ");
            assertThat(output.getAll().toLowerCase(Locale.ROOT))
                    .doesNotContain("hushhu", PASSWORD, zoe.token().toLowerCase(Locale.ROOT))
                    .doesNotContain(NAME, "mallory", "lovelace", "hopper", "@example.com", "555-0199");
        }
    }
}
