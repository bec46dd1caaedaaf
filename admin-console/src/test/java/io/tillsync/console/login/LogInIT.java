package io.tillsync.console.login;

import static io.tillsync.console.startup.Browser.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.console.startup.Browser;
import io.tillsync.console.startup.RunningTillsync;
import io.tillsync.core.tenancy.Cause;
import io.tillsync.core.tenancy.Users;
import io.tillsync.core.type.EntityId;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogInIT {

    private static final String PASSWORD = "correct horse";
    private static final String PAGE = "/s/demo-1/dashboard";

    private RunningTillsync tillsync;
    private Browser browser;
    private String user;

    @BeforeAll
    void start() {
        tillsync = RunningTillsync.started("tillsync.proxies.trusted=127.0.0.1,::1");
    }

    @AfterAll
    void stop() {
        tillsync.close();
    }

    /** Each test has a user of its own, since wrong passwords are counted. */
    @BeforeEach
    void makeUser() {
        browser = new Browser(tillsync);
        user = EntityId.create().value();
        users().create(
                        new EntityId(user),
                        Map.of("username", user, "password", PASSWORD, "role", "manager", "businessId", "demo"),
                        cause("create"));
    }

    private Users users() {
        return tillsync.bean(Users.class);
    }

    private Cause cause(String what) {
        return new Cause(Actor.system("test"), Origin.SYSTEM, new Operation(what + "/" + user, what));
    }

    private Browser loggedIn() {
        Browser other = new Browser(tillsync);
        other.logIn(user, PASSWORD, "/");
        return other;
    }

    @Test
    void leadsBackToWhereTheVisitorWas() {
        HttpResponse<String> sent = browser.get(PAGE + "?x=1&y=a%20b");
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(target(sent)).startsWith("/login?next=%2Fs%2Fdemo-1%2Fdashboard%3Fx%3D1");
        assertThat(browser.get(target(sent)).body()).contains("value=\"" + PAGE + "?x=1&amp;y=a%20b\"");

        HttpResponse<String> in = browser.logIn(user, PASSWORD, PAGE);
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(target(in)).isEqualTo(PAGE);
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example"})
    void leadsNowhereElse(String next) {
        assertThat(target(browser.logIn(user, PASSWORD, next))).isEqualTo("/");
        assertThat(browser.get("/login?next=" + next.replace("\\", "%5C"))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).doesNotContain("evil"));
    }

    @Test
    void refusesAFormThatWasNotOurs() {
        browser.get("/login");
        browser.forgetCsrf();

        assertThat(browser.post("/login", Map.of("username", user, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.cookies()).doesNotContainKey("tillsync-session");
    }

    @Test
    void refusesEveryFormWithoutItsToken() {
        Browser in = loggedIn();
        in.forgetCsrf();

        assertThat(in.post("/account/log-out-everywhere", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(in.get(PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void givesACookieThatNoScriptAndNoOtherSiteCanUse() {
        HttpResponse<String> answer = browser.logIn(user, PASSWORD, "/");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("tillsync-session="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Secure", "Domain"));
    }

    @Test
    void givesACookieOverTlsThatNoOtherHostCanSet() {
        HttpResponse<String> answer =
                browser.sending("X-Forwarded-Proto", "https").logIn(user, PASSWORD, "/");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("__Host-tillsync-session="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .contains("Secure", "HttpOnly", "Path=/")
                        .doesNotContain("Domain"));
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void saysNotWhichOfNameAndPasswordIsWrong() {
        String known = target(browser.logIn(user, "wrong", PAGE));
        String unknown = target(browser.logIn("nobody", "wrong", PAGE));

        assertThat(known).isEqualTo("/login?wrong&name=" + user + "&next=%2Fs%2Fdemo-1%2Fdashboard");
        assertThat(unknown).isEqualTo(known.replace(user, "nobody"));
        assertThat(browser.get(known).body())
                .contains("The user name or the password is not right.")
                .contains("value=\"" + user + "\"");
    }

    @Test
    void slowsGuessesDownEvenRightOnes() {
        for (int i = 0; i < 5; i++) {
            assertThat(target(browser.logIn(user, "wrong", "/"))).contains("wrong");
        }

        assertThat(target(browser.logIn(user, PASSWORD, "/"))).contains("throttled");
        assertThat(browser.cookies()).doesNotContainKey("tillsync-session");
    }

    @Test
    void tellsScriptsByTheStatusAndGivesThemANewToken() {
        Browser script = new Browser(tillsync).sending("X-From-Script", "1");

        assertThat(script.logIn(user, "wrong", "/").statusCode()).isEqualTo(422);
        HttpResponse<String> in = script.logIn(user, PASSWORD, "/");
        assertThat(in.statusCode()).isEqualTo(204);
        assertThat(in.headers().firstValue("X-CSRF-TOKEN")).isPresent();
    }

    @Test
    void asksPartsOfAScreenForThePasswordInPlace() {
        assertThat(browser.sending("HX-Request", "true").get(PAGE).statusCode()).isEqualTo(401);
        assertThat(browser.sending("HX-Request", "true")
                        .post("/account/password", Map.of())
                        .statusCode())
                .isIn(401, 403);
    }

    @Test
    void endsTheSessionByLoggingOut() {
        Browser in = loggedIn();
        Browser stolen = new Browser(tillsync);
        stolen.cookies().putAll(in.cookies());
        in.get(PAGE);

        assertThat(target(in.post("/logout", Map.of()))).isEqualTo("/login");
        assertThat(in.cookies()).doesNotContainKey("tillsync-session");
        assertThat(target(stolen.get(PAGE))).startsWith("/login?next=");
    }

    @Test
    void endsTheSessionOfWhoeverIsDisabled() {
        Browser in = loggedIn();
        assertThat(in.get(PAGE).statusCode()).isEqualTo(200);

        users().disable(user, cause("disable"));

        assertThat(target(in.get(PAGE))).startsWith("/login?next=");
    }

    @Test
    void endsAllSessionsByLoggingOutEverywhere() {
        Browser here = loggedIn();
        Browser there = loggedIn();
        here.get("/account");

        assertThat(target(here.post("/account/log-out-everywhere", Map.of()))).isEqualTo("/login");

        assertThat(target(here.get(PAGE))).startsWith("/login?next=");
        assertThat(target(there.get(PAGE))).startsWith("/login?next=");
        assertThat(target(here.logIn(user, PASSWORD, PAGE))).isEqualTo(PAGE);
    }

    @Test
    void changesThePasswordOfWhoeverKnowsItAndKeepsOnlyThisSession() {
        Browser here = loggedIn();
        Browser there = loggedIn();
        here.get("/account");

        assertThat(here.post("/account/password", passwords("wrong", "another horse"))
                        .body())
                .contains("This is not your present password.");
        assertThat(here.post("/account/password", passwords(PASSWORD, "short")).body())
                .contains("At least 8 characters.");
        assertThat(there.get(PAGE).statusCode()).isEqualTo(200);

        assertThat(here.post("/account/password", passwords(PASSWORD, "another horse"))
                        .headers()
                        .firstValue("HX-Trigger"))
                .isPresent();
        assertThat(here.get(PAGE).statusCode()).isEqualTo(200);
        assertThat(target(there.get(PAGE))).startsWith("/login?next=");
        assertThat(target(there.logIn(user, PASSWORD, "/"))).contains("wrong");
        assertThat(target(there.logIn(user, "another horse", "/"))).isEqualTo("/");
    }

    private static Map<String, String> passwords(String present, String password) {
        return Map.of("present", present, "password", password, "repeat", password);
    }

    @Test
    void showsWhoHasLoggedInUnderTheName() {
        browser.logIn(user, "wrong", "/");
        Browser in = loggedIn();

        assertThat(in.get("/account").body()).contains("Wrong password", "Logged in", "Browser");
    }
}
