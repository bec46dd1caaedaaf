package io.tillsync.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    @Test
    void believesNobodyByDefault() {
        assertThat(new TrustedProxies(List.of()).valve()).isEmpty();
    }

    @Test
    void takesAddressesAndBlocks() {
        var proxies = new TrustedProxies(List.of("10.0.0.5", " 10.1.0.0/16", "::1"));

        assertThat(proxies.trusted()).containsExactly("10.0.0.5/32", "10.1.0.0/16", "::1/128");
        assertThat(proxies.valve()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10\\..*", "10.0.0", "*", "", "10.0.0.1/"})
    void refusesWhatIsNoAddress(String given) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(given)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tillsync.proxies.trusted must be addresses or CIDR blocks");
    }
}
