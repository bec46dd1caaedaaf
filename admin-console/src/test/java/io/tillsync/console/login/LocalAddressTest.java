package io.tillsync.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/s/north/catalog/products?q=tea&after=a%20b",
                "/account",
                "/s/north/audit?from=2026-01-01#x"
            })
    void leadsBackToOwnPages(String address) {
        assertThat(LocalAddress.of(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "evil",
                "/a b",
                "/a\r\nSet-Cookie: x=y",
                "/{x}",
                "/\u00fc"
            })
    void leadsToTheFirstPageInsteadOfElsewhere(String address) {
        assertThat(LocalAddress.of(address)).isEqualTo("/");
    }

    @Test
    void leadsToTheFirstPageWithoutAnAddressOrWithAnEndlessOne() {
        assertThat(LocalAddress.of(null)).isEqualTo("/");
        assertThat(LocalAddress.of("/" + "a".repeat(3_000))).isEqualTo("/");
    }
}
