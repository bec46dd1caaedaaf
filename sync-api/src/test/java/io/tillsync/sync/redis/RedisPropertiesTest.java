package io.tillsync.sync.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisPropertiesTest {

    private static final Duration USUAL = Duration.ofMillis(200);

    @Test
    void takesAnAddressWithAPasswordAndTls() {
        RedisProperties properties = new RedisProperties("rediss://till:secret@redis.example:6380/2", USUAL);

        RedisURI address = properties.address(properties.named().orElseThrow());
        assertThat(address.getHost()).isEqualTo("redis.example");
        assertThat(address.getPort()).isEqualTo(6380);
        assertThat(address.getDatabase()).isEqualTo(2);
        assertThat(address.isSsl()).isTrue();
        assertThat(address.getTimeout()).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "http://secret@host", "redis://:secret@", "redis://user:secret@ho st"})
    void refusesWhatIsNoneWithoutRepeatingIt(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RedisProperties(url, USUAL))
                .withMessageStartingWith("tillsync.redis.url must be")
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 5_001})
    void refusesATimeThatIsNone(long millis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RedisProperties(null, Duration.ofMillis(millis)))
                .withMessageContaining("10ms to 5s");
    }

    @Test
    void saysNothingOfThePassword() {
        assertThat(new RedisProperties("redis://:secret@host", USUAL).toString())
                .doesNotContain("secret");
    }
}
