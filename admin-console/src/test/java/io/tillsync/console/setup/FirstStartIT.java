package io.tillsync.console.setup;

import static io.tillsync.console.startup.Browser.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.console.startup.Browser;
import io.tillsync.console.startup.RestartableServer;
import io.tillsync.console.startup.RunningTillsync;
import io.tillsync.core.tenancy.Enrolment;
import io.tillsync.core.tenancy.Enrolments;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of an installation that is to be kept, from its first log-in on. */
class FirstStartIT {

    private static final String PASSWORD = "first-password";

    private RestartableServer database;
    private RunningTillsync tillsync;
    private Browser admin;

    @BeforeEach
    void start() {
        database = RestartableServer.started();
        tillsync = RunningTillsync.started(
                "tillsync.mongodb.uri=" + database.uri(), "tillsync.admin.password=" + PASSWORD);
        admin = loggedIn("admin", PASSWORD);
    }

    @AfterEach
    void stop() {
        tillsync.close();
        database.close();
    }

    private Browser loggedIn(String user, String password) {
        Browser browser = new Browser(tillsync);
        browser.logIn(user, password, "/");
        return browser;
    }

    /** Takes a step as the page that is open asks for it, and goes on to the next. */
    private String take(String step, Map<String, String> fields) {
        String next = admin.post("/setup/" + step, fields)
                .headers()
                .firstValue("HX-Redirect")
                .orElseThrow();
        return admin.get(next).body();
    }

    private static String found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    @Test
    void leadsFromNothingToATillThatIsConnected() {
        assertThat(target(admin.get("/"))).isEqualTo("/setup");
        assertThat(admin.get("/setup").body()).contains("What is your business called?");

        assertThat(take("business", Map.of("name", "Morgenrot", "currency", "EUR")))
                .contains("Where is your first store?");
        assertThat(admin.post("/setup/store", Map.of("name", "North", "timeZone", "Nowhere"))
                        .body())
                .contains("This is no time zone.", "value=\"North\"");
        assertThat(take("store", Map.of("name", "North", "timeZone", "Europe/Berlin")))
                .contains("Who runs the shop?");
        assertThat(take("user", Map.of("username", "ann", "password", "correct horse")))
                .contains("What is your first till called?");
        String last = take("terminal", Map.of("name", "Counter"));
        assertThat(last).contains("Connect Counter", "<svg class=\"qr\"");

        String code = found("till-code-text\">([^<]+)<", last);
        assertThat(tillsync.bean(Enrolments.class).enrol(code, Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(Enrolment.Enrolled.class);
        String dashboard =
                found("href=\"(/s/[^\"]+/dashboard)\"", admin.get("/setup").body());
        assertThat(admin.get("/setup").body()).contains("Counter is connected.");
        assertThat(admin.get(dashboard).body()).contains("Counter", "All of them");
        assertThat(target(loggedIn("ann", "correct horse").get("/"))).isEqualTo(dashboard);
    }

    @Test
    void goesOnWhereItWasLeft() {
        admin.get("/setup");
        take("business", Map.of("name", "Morgenrot", "currency", "EUR"));
        Browser later = loggedIn("admin", PASSWORD);

        assertThat(later.get(target(later.get("/"))).body()).contains("Where is your first store?");
    }

    @Test
    void doesAStepOnceThoughItIsSentTwice() {
        String operation = found(
                "name=\"operation\" value=\"([^\"]+)\"", admin.get("/setup").body());
        Map<String, String> fields = Map.of("name", "Morgenrot", "currency", "EUR", "operation", operation);

        Optional<String> first = admin.post("/setup/business", fields).headers().firstValue("HX-Redirect");
        assertThat(first).isPresent();
        assertThat(admin.post("/setup/business", fields).headers().firstValue("HX-Redirect"))
                .isEqualTo(first);
        HttpResponse<String> other =
                admin.post("/setup/business", Map.of("name", "Other", "currency", "EUR", "operation", operation));
        assertThat(other.body()).contains("This was sent before with other values.");
    }

    @Test
    void isForAdminsOnly() {
        admin.get("/setup");
        take("business", Map.of("name", "Morgenrot", "currency", "EUR"));
        take("store", Map.of("name", "North", "timeZone", "Europe/Berlin"));
        take("user", Map.of("username", "ann", "password", "correct horse"));
        Browser ann = loggedIn("ann", "correct horse");

        assertThat(ann.get("/setup").statusCode()).isEqualTo(403);
        ann.get("/account");
        assertThat(ann.post("/setup/terminal", Map.of("name", "Counter")).statusCode())
                .isEqualTo(403);
    }
}
