package io.tillsync.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillsync.audit.log.Origin;
import io.tillsync.console.startup.RunningTillsync;
import io.tillsync.core.tenancy.LogIn;
import io.tillsync.core.tenancy.Sessions;
import io.tillsync.sync.redis.RealRedis;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportedMetricsIT {

    private static final String PASSWORD = "scrape-password";
    private static final Pattern SAMPLE = Pattern.compile("^([a-z_]+)(?:\\{| )", Pattern.MULTILINE);

    /** Of Prometheus itself, and of stores only while one is behind. */
    private static final Set<String> NOT_ALWAYS =
            Set.of("up", "tillsync_store_lag_seconds", "tillsync_store_lag_commits");

    private final RealRedis redis = RealRedis.open();

    private RunningTillsync tillsync;
    private String token;

    @BeforeAll
    void start() {
        tillsync = RunningTillsync.started("tillsync.demo.password=" + PASSWORD, "tillsync.redis.url=" + redis.url());
        token = ((LogIn.Succeeded) tillsync.bean(Sessions.class).logIn("admin", PASSWORD, Origin.API, Optional.empty()))
                .token();
        call("GET", "/api/v1/sync/full", "");
        call("GET", "/api/v1/nothing", "");
        for (int price : List.of(2, 3)) {
            call(
                    "PATCH",
                    "/api/v1/products/light-roast-instant-coffee",
                    "{\"syncVersion\":1,\"price\":%d}".formatted(price));
        }
    }

    @AfterAll
    void stop() {
        tillsync.close();
        redis.close();
    }

    private String call(String method, String path, String body) {
        return tillsync.send(HttpRequest.newBuilder(tillsync.uri(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("X-Store-Id", "demo-1")
                        .method(method, BodyPublishers.ofString(body))
                        .build())
                .body();
    }

    private String scrape() {
        return call("GET", "/actuator/prometheus", "");
    }

    @Test
    void areAllThatRulesAndDashboardAskFor() {
        System.gc(); // so that there was a pause
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Set<String> exported = SAMPLE.matcher(scrape())
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
            exported.addAll(NOT_ALWAYS);
            assertThat(OpsFiles.metrics()).hasSizeGreaterThan(40).isSubsetOf(exported);
        });
    }

    @Test
    void countWhatHasHappened() {
        assertThat(scrape().lines().filter(line -> line.startsWith("tillsync_")))
                .contains("tillsync_conflicts_total{type=\"products\"} 1.0")
                .contains("tillsync_changes_total{level=\"business\",origin=\"api\"} 1.0")
                .contains("tillsync_problems_total{code=\"version-conflict\",status=\"409\"} 1.0")
                .contains("tillsync_logins_total{result=\"succeeded\"} 1.0");
    }

    /** What callers choose must not become a label. */
    @Test
    void doNotGrowWithWhatIsAskedFor() {
        call("GET", "/api/v1/products/of-a-caller", "");
        call("GET", "/api/v1/type-of-a-caller", "");
        call("GET", "/page-of-a-caller", "");

        await().untilAsserted(() -> assertThat(scrape())
                .contains("uri=\"/api/v1/{type}/{id}\"")
                .contains("uri=\"/api/v1/sync/full\"")
                .doesNotContain("of-a-caller"));
    }
}
