package io.tillsync.sync.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class SocketPropertiesTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Enabled.class);

    @EnableConfigurationProperties(SocketProperties.class)
    static class Enabled {}

    @Test
    void hasDefaultsThatSuitTills() {
        context.run(started -> {
            SocketProperties defaults = started.getBean(SocketProperties.class);
            assertThat(defaults.queueSize()).isEqualTo(256);
            assertThat(defaults.maxMessageSize()).isEqualTo(4096);
            assertThat(defaults.pingInterval()).isEqualTo(Duration.ofSeconds(25));
            assertThat(defaults.allowedOrigins()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "queue-size=0, queueSize",
        "max-message-size=100, maxMessageSize",
        "join-timeout=0s, joinTimeout",
        "send-timeout=1h, sendTimeout",
        "ping-interval=-1s, pingInterval",
        "ping-timeout=1ms, pingTimeout",
        "allowed-origins=shop.example, allowedOrigins",
        "allowed-origins=https://shop.example/path, allowedOrigins"
    })
    void refusesWhatMakesNoSenseAndNamesIt(String setting, String field) {
        context.withPropertyValues("tillsync.socket." + setting)
                .run(failed -> assertThat(failed).getFailure().rootCause().hasMessageContaining(field));
    }
}
