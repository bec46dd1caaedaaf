package io.tillsync.console.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.console.startup.RunningTillsync;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class LoggersIT {

    private static final String PASSWORD = "level-password";
    private static final String LOGGER = "io.tillsync.some.feature";
    private static final String PATH = "/actuator/loggers/" + LOGGER;
    private static final String DEBUG = "{\"configuredLevel\":\"DEBUG\"}";

    private RunningTillsync tillsync;

    @BeforeAll
    void start() {
        tillsync = RunningTillsync.started("tillsync.demo.password=" + PASSWORD, "management.server.port=0");
    }

    @AfterAll
    void stop() {
        tillsync.close();
    }

    private int status(String method, URI address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(DEBUG));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return tillsync.send(request.build()).statusCode();
    }

    private URI address() {
        String port = tillsync.ready().join().getEnvironment().getProperty("local.management.port");
        return URI.create("http://localhost:" + port + PATH);
    }

    private String[] as(String user) {
        return new String[] {
            "Authorization", "Bearer " + Api.of(tillsync, user, PASSWORD).token()
        };
    }

    private static boolean isChanged() {
        return LoggerFactory.getLogger(LOGGER).isDebugEnabled();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "auditor"})
    void areNothingForOthers(String user) {
        assertThat(status("GET", address(), as(user))).isEqualTo(403);
        assertThat(status("POST", address(), as(user))).isEqualTo(403);
        assertThat(isChanged()).isFalse();
    }

    @Test
    void needATokenAlsoOnAPortOfTheirOwn() {
        assertThat(status("GET", address())).isEqualTo(401);
        assertThat(status("POST", address())).isEqualTo(401);
        assertThat(isChanged()).isFalse();
    }

    @Test
    void ofLibrariesAreNotChangedSinceTheyLogWhatIsTyped() {
        URI driver = URI.create(address().toString().replace(LOGGER, "org.mongodb.driver.protocol"));

        assertThat(status("POST", driver, as("admin"))).isEqualTo(400);
        assertThat(LoggerFactory.getLogger("org.mongodb.driver.protocol").isDebugEnabled())
                .isFalse();
    }

    @Test
    void areChangedByAnAdminWhomTheLogNames(CapturedOutput output) {
        assertThat(status("POST", address(), as("admin"))).isEqualTo(204);

        assertThat(isChanged()).isTrue();
        assertThat(output).contains("The level of " + LOGGER + " was set to DEBUG by the user admin");
        assertThat(tillsync.send(HttpRequest.newBuilder(address())
                                .header("Content-Type", "application/json")
                                .headers(as("admin"))
                                .POST(BodyPublishers.ofString("{\"configuredLevel\":null}"))
                                .build())
                        .statusCode())
                .isEqualTo(204);
        assertThat(isChanged()).isFalse();
    }
}
