package io.tillsync.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Origin;
import io.tillsync.console.startup.RunningTillsync;
import io.tillsync.core.tenancy.LogIn;
import io.tillsync.core.tenancy.LogIns;
import io.tillsync.core.tenancy.Sessions;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One process that believes the proxy at this machine's own address, and one that believes nobody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForwardedHeadersIT {

    private static final String PASSWORD = "forwarded-password";
    private static final List<String> OWN = List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

    private RunningTillsync behindProxy;
    private RunningTillsync alone;

    @BeforeAll
    void start() {
        behindProxy = started("tillsync.proxies.trusted=127.0.0.1,::1,10.9.0.0/16");
        alone = started("tillsync.proxies.trusted=");
    }

    private static RunningTillsync started(String setting) {
        return RunningTillsync.started("tillsync.demo.password=" + PASSWORD, setting);
    }

    @AfterAll
    void stop() {
        behindProxy.close();
        alone.close();
    }

    /** The address that the log of log-ins gives for one that came with headers. */
    private static String seenAddress(RunningTillsync tillsync, String... headers) {
        tillsync.send(HttpRequest.newBuilder(tillsync.uri("/api/v1/auth/login"))
                .headers("Content-Type", "application/json")
                .headers(headers)
                .POST(BodyPublishers.ofString("{\"username\":\"auditor\",\"password\":\"" + PASSWORD + "\"}"))
                .build());
        Sessions sessions = tillsync.bean(Sessions.class);
        var own = (LogIn.Succeeded) sessions.logIn("auditor", PASSWORD, Origin.CONSOLE, Optional.empty());
        return tillsync.bean(LogIns.class).last(own.principal(), 10).stream()
                .filter(seen -> seen.origin() == Origin.API)
                .findFirst()
                .flatMap(LogIns.Seen::address)
                .orElse("");
    }

    private static HttpResponse<String> page(RunningTillsync tillsync) {
        return tillsync.send(HttpRequest.newBuilder(tillsync.uri("/s/demo-1/dashboard"))
                .headers("X-Forwarded-Proto", "https", "X-Forwarded-Host", "shop.example", "Accept", "text/html")
                .build());
    }

    @Test
    void tellTheCallersAddressWhereTheyComeFromATrustedProxy() {
        assertThat(seenAddress(behindProxy, "X-Forwarded-For", "203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void areNotBelievedAboutWhatACallerSentHimself() {
        assertThat(seenAddress(behindProxy, "X-Forwarded-For", "198.51.100.1, 203.0.113.9"))
                .isEqualTo("203.0.113.9");
        assertThat(seenAddress(behindProxy, "X-Forwarded-For", "198.51.100.1", "X-Forwarded-For", "203.0.113.10"))
                .isEqualTo("203.0.113.10");
    }

    @Test
    void leadThroughAChainOfTrustedProxies() {
        assertThat(seenAddress(behindProxy, "X-Forwarded-For", "198.51.100.1, 203.0.113.11, 10.9.3.4"))
                .isEqualTo("203.0.113.11");
    }

    @Test
    void areIgnoredFromAnybodyElse() {
        assertThat(seenAddress(alone, "X-Forwarded-For", "203.0.113.9", "Forwarded", "for=203.0.113.9"))
                .isIn(OWN);
        assertThat(page(alone).headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void makeATlsConnectionOfTheProxysOurs() {
        assertThat(page(behindProxy).headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("max-age=31536000"));
    }

    @Test
    void neverDecideWhereARedirectLeads() {
        for (RunningTillsync tillsync : List.of(alone, behindProxy)) {
            assertThat(page(tillsync).headers().firstValue("Location"))
                    .contains("/login?next=%2Fs%2Fdemo-1%2Fdashboard");
        }
    }
}
