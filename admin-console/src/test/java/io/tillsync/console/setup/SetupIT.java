package io.tillsync.console.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.console.startup.Browser;
import io.tillsync.console.startup.RunningTillsync;
import io.tillsync.core.tenancy.Enrolment;
import io.tillsync.core.tenancy.Enrolments;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SetupIT {

    private static final String PASSWORD = "demo-password";
    private static final String SETUP = "/s/demo-1/setup/";

    private RunningTillsync tillsync;
    private Browser admin;

    @BeforeAll
    void start() {
        tillsync = RunningTillsync.started("tillsync.demo.password=" + PASSWORD);
        admin = loggedIn("admin", PASSWORD);
    }

    @AfterAll
    void stop() {
        tillsync.close();
    }

    private Browser loggedIn(String user, String password) {
        Browser browser = new Browser(tillsync);
        browser.logIn(user, password, "/");
        browser.get("/account");
        return browser;
    }

    private static String found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    /** Sends the form that is at an address, with these values. */
    private HttpResponse<String> fill(String form, String to, Map<String, String> fields) {
        String page = admin.get(form).body();
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("operation", found("name=\"operation\" value=\"([^\"]+)\"", page));
        sent.put("syncVersion", found("name=\"syncVersion\" value=\"([^\"]+)\"", page));
        return admin.post(to, sent);
    }

    private String made(String type, Map<String, String> fields) {
        return fill(SETUP + type + "/new", SETUP + type, fields)
                .headers()
                .firstValue("HX-Redirect")
                .orElseThrow();
    }

    private String token(String code) {
        Enrolment enrolment =
                tillsync.bean(Enrolments.class).enrol(code, Optional.of("iPad"), Optional.of("2.4"), Optional.empty());
        return ((Enrolment.Enrolled) enrolment).token();
    }

    private HttpResponse<String> call(String path, String token) {
        return tillsync.send(HttpRequest.newBuilder(tillsync.uri(path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    @Test
    void aTillIsAddedEnrolsFollowsAndIsRevoked() {
        String address = made("terminals", Map.of("name", "Counter"));
        String page = admin.get(address).body();
        assertThat(page).contains("Counter", "Waiting for its code to be used", "{&quot;server&quot;:");

        String token = token(found("till-code-text\">([^<]+)<", page));
        assertThat(admin.get(address).body()).contains("Online", "iPad", "2.4").doesNotContain("till-code-text");

        String read = call("/api/v1/sync/changes?since=2026-01-01T00:00:00Z&limit=10000", token)
                .body();
        call("/api/v1/sync/changes?token=" + found("\"syncToken\":\"([^\"]+)\"", read), token);
        assertThat(admin.get(address).body()).contains("everything");
        assertThat(admin.get("/s/demo-1/dashboard").body()).contains("Counter");

        HttpResponse<String> revoked = admin.post(address + "/revoke", Map.of());
        assertThat(revoked.headers().firstValue("HX-Trigger"))
                .hasValueSatisfying(notice -> assertThat(notice).contains("Counter is cut off for good."));
        assertThat(call("/api/v1/sync/changes?since=2026-01-01T00:00:00Z", token)
                        .statusCode())
                .isEqualTo(401);
        String again = admin.post(address + "/again", Map.of())
                .headers()
                .firstValue("HX-Redirect")
                .orElseThrow();
        assertThat(admin.get(again).body()).contains("Counter", "till-code-text");
    }

    @Test
    void aCodeIsRenewed() {
        String address = made("terminals", Map.of("name", "Bar"));
        String first = found("till-code-text\">([^<]+)<", admin.get(address).body());

        String second = found(
                "till-code-text\">([^<]+)<",
                admin.post(address + "/code", Map.of()).body());

        assertThat(second).isNotEqualTo(first);
        assertThat(tillsync.bean(Enrolments.class).enrol(first, Optional.empty(), Optional.empty(), Optional.empty()))
                .isEqualTo(new Enrolment.Refused());
    }

    @Test
    void somebodyElsesNewerNameIsShownBeforeItIsReplaced() {
        String address = made("terminals", Map.of("name", "Window"));
        String version = found(
                "name=\"syncVersion\" value=\"([^\"]+)\"", admin.get(address).body());
        fill(address, address, Map.of("name", "Theirs"));

        HttpResponse<String> stale = admin.post(address, Map.of("name", "Mine", "syncVersion", version));
        assertThat(stale.body()).contains("Somebody else has changed this", "Theirs", "value=\"Mine\"");

        String newer = found("name=\"syncVersion\" value=\"([^\"]+)\"", stale.body());
        admin.post(address, Map.of("name", "Mine", "syncVersion", newer));
        assertThat(admin.get(address).body()).contains("value=\"Mine\"");
    }

    @Test
    void aUserIsMadeResetDisabledAndEnabled() {
        assertThat(fill(
                                SETUP + "users/new",
                                SETUP + "users",
                                Map.of("username", "a b", "password", "x", "role", "manager"))
                        .body())
                .contains("No blanks or invisible characters.", "At least 8 characters.");
        String list = made("users", Map.of("username", "zoe", "password", "correct horse", "role", "manager"));
        String address = SETUP + "users/" + list.substring(list.indexOf('=') + 1);
        Browser zoe = loggedIn("zoe", "correct horse");
        assertThat(zoe.get("/s/demo-1/dashboard").statusCode()).isEqualTo(200);

        admin.post(address + "/password", Map.of("password", "another horse"));
        assertThat(zoe.get("/s/demo-1/dashboard").statusCode()).isEqualTo(302);
        zoe = loggedIn("zoe", "another horse");
        assertThat(zoe.get("/s/demo-1/dashboard").statusCode()).isEqualTo(200);

        admin.post(address + "/disable", Map.of());
        assertThat(zoe.get("/s/demo-1/dashboard").statusCode()).isEqualTo(302);
        admin.post(address + "/enable", Map.of());
        fill(address, address, Map.of("username", "zoe", "role", "manager", "stores", "demo-2"));
        zoe = loggedIn("zoe", "another horse");
        assertThat(zoe.get("/s/demo-1/dashboard").statusCode()).isEqualTo(404);
        assertThat(zoe.get("/s/demo-2/dashboard").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyLocksThemselvesOut() {
        assertThat(admin.post(SETUP + "users/admin/disable", Map.of()).headers().firstValue("HX-Trigger"))
                .hasValueSatisfying(notice -> assertThat(notice).contains("Nobody disables themselves"));
        fill(SETUP + "users/admin", SETUP + "users/admin", Map.of("username", "admin", "role", "cashier"));
        assertThat(admin.get(SETUP + "users").statusCode()).isEqualTo(200);
    }

    @Test
    void storesAndBusinessesAreMadeAndChanged() {
        String terminals = made("stores", Map.of("name", "South", "timeZone", "Europe/Madrid"));
        assertThat(admin.get(terminals).body()).contains("South", "No till is set up here");
        assertThat(fill(SETUP + "stores/demo-2", SETUP + "stores/demo-2", Map.of("name", "Two", "timeZone", "Mars"))
                        .body())
                .contains("This is no time zone.");
        fill(SETUP + "stores/demo-2", SETUP + "stores/demo-2", Map.of("name", "Two", "timeZone", "Asia/Tokyo"));
        assertThat(admin.get(SETUP + "stores").body()).contains("Two", "Asia/Tokyo");

        assertThat(admin.get(made("businesses", Map.of("name", "Second", "currency", "JPY")))
                        .body())
                .contains("Where is your first store?");
        fill(SETUP + "businesses/demo", SETUP + "businesses/demo", Map.of("name", "Demo Ltd"));
        assertThat(admin.get(SETUP + "businesses").body()).contains("Demo Ltd", "Second", "JPY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"users", "users/new", "users/auditor", "stores", "stores/demo-2", "businesses", "terminals/new"})
    void isClosedToManagersAndAuditors(String page) {
        assertThat(loggedIn("manager", PASSWORD).get(SETUP + page).statusCode()).isEqualTo(403);
        assertThat(loggedIn("auditor", PASSWORD).get(SETUP + page).statusCode()).isEqualTo(403);
    }

    @Test
    void showsManagersTheTillsButNoCode() {
        String address = made("terminals", Map.of("name", "Shown"));
        Browser manager = loggedIn("manager", PASSWORD);

        assertThat(manager.get(SETUP + "terminals").body()).contains("Shown").doesNotContain("Add a till");
        assertThat(manager.get(address).body()).contains("Shown").doesNotContain("till-code-text");
        assertThat(manager.post(address + "/revoke", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void nobodyMakesAnAdminOfTheInstallationWhoIsNone() {
        made("users", Map.of("username", "bo", "password", "correct horse", "role", "admin"));
        Browser bo = loggedIn("bo", "correct horse");
        String operation = found(
                "name=\"operation\" value=\"([^\"]+)\"",
                bo.get(SETUP + "users/new").body());
        Map<String, String> form = Map.of(
                "operation", operation, "username", "intruder", "password", "correct horse", "role", "installation");

        assertThat(bo.post(SETUP + "users", form).statusCode()).isEqualTo(403);
        assertThat(admin.get(SETUP + "users").body()).doesNotContain("intruder");
    }

    @Test
    void nobodyResetsTheirOwnPasswordWithoutIt() {
        assertThat(admin.post(SETUP + "users/admin/password", Map.of("password", "another horse"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.get(SETUP + "users").statusCode()).isEqualTo(200);
    }
}
