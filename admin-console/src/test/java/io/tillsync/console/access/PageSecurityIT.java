package io.tillsync.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tillsync.audit.log.Origin;
import io.tillsync.console.startup.Browser;
import io.tillsync.console.startup.RunningTillsync;
import io.tillsync.core.tenancy.LogIn;
import io.tillsync.core.tenancy.Sessions;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageSecurityIT {

    private static final String PASSWORD = "page-password";

    private RunningTillsync tillsync;

    @BeforeAll
    void start() {
        tillsync = RunningTillsync.started("tillsync.demo.password=" + PASSWORD);
    }

    @AfterAll
    void stop() {
        tillsync.close();
    }

    private HttpResponse<String> metrics(String user) {
        return metricsBy(token(user));
    }

    private String token(String user) {
        var logIn = (LogIn.Succeeded) tillsync.bean(Sessions.class).logIn(user, PASSWORD, Origin.API, Optional.empty());
        return logIn.token();
    }

    private HttpResponse<String> metricsBy(String token) {
        return by(token, "/actuator/prometheus");
    }

    private HttpResponse<String> by(String token, String path) {
        return tillsync.send(HttpRequest.newBuilder(tillsync.uri(path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/start",
                "/login",
                "/css/start.css",
                "/js/app.js",
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness"
            })
    void isOpenWhereItSaysNothingOfABusiness(String path) {
        assertThat(tillsync.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/prometheus",
                "/actuator/loggers",
                "/actuator/sbom",
                "/actuator/sbom/application",
                "/actuator/loggers",
                "/actuator/env",
                "/actuator",
                "/templates/home/start.html",
                "/nothing"
            })
    void isClosedElsewhere(String path) {
        assertThat(tillsync.get(path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/s/demo-1/dashboard",
                "/s/demo-1/live",
                "/s/demo-1/catalog/products",
                "/s/demo-1/setup/users",
                "/s/nowhere/dashboard",
                "/setup",
                "/account"
            })
    void asksForAPasswordBeforeScreens(String path) {
        HttpResponse<String> answer = new Browser(tillsync).get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.target(answer)).isEqualTo("/login?next=" + path.replace("/", "%2F"));
        assertThat(tillsync.get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void leadsFromTheRootToTheLogInOrToTheStore() {
        Browser browser = new Browser(tillsync);
        assertThat(Browser.target(browser.get("/"))).isEqualTo("/login");

        browser.logIn("manager", PASSWORD, "/");
        assertThat(Browser.target(browser.get("/"))).isEqualTo("/s/demo-1/dashboard");
    }

    @Test
    void showsMetricsToTheInstallationsAdminAlone() {
        assertThat(metrics("admin").statusCode()).isEqualTo(200);
        for (String user : List.of("manager", "auditor")) {
            assertThat(metrics(user).statusCode()).isEqualTo(403);
            assertThat(metrics(user).body()).contains("\"code\":\"forbidden\"").doesNotContain("jvm_");
        }
        assertThat(metricsBy("tsu_" + "A".repeat(43)).statusCode()).isEqualTo(401);
    }

    @Test
    void tellsTheInstallationsAdminAloneWhatItIsMadeOf() {
        assumeThat(getClass().getResource("/META-INF/sbom/application.cdx.json"))
                .as("A build without network (-o) does not list what it is made of")
                .isNotNull();
        assertThat(by(token("manager"), "/actuator/sbom/application").statusCode())
                .isEqualTo(403);
        assertThat(by(token("admin"), "/actuator/sbom/application").body())
                .contains("CycloneDX", "tomcat-embed-core", "pkg:maven/org.json/json@")
                .doesNotContain("pkg:maven/org.junit");
    }

    @Test
    void allowsPagesNothingFromElsewhere() {
        assertThat(tillsync.get("/login").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
    }

    @Test
    void showsMetricsToWhoeverReachesAManagementPort() {
        try (RunningTillsync apart = RunningTillsync.started("management.server.port=0")) {
            String port = apart.ready().join().getEnvironment().getProperty("local.management.port");
            URI metrics = URI.create("http://localhost:" + port + "/actuator/prometheus");

            assertThat(apart.send(HttpRequest.newBuilder(metrics).build()).body())
                    .contains("jvm_");
            assertThat(apart.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        }
    }
}
