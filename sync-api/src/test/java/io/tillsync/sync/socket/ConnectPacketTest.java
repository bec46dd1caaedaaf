package io.tillsync.sync.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectPacketTest {

    @Test
    void readsWhatTheClientAuthenticatesWith() {
        assertThat(ConnectPacket.parse("40{\"token\":\"t\",\"storeId\":\"s\",\"events\":false}"))
                .contains(new ConnectPacket("t", "s", false));
    }

    @Test
    void wantsEventsOfNoStoreUnlessItSaysSo() {
        assertThat(ConnectPacket.parse("40{\"token\":\"t\",\"storeId\":null}"))
                .contains(new ConnectPacket("t", null, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "40", "40{}", "40{\"token\":7}", "40{\"token\":\"\"}", "40{\"token\":\"t\",\"events\":\"no\"}",
                "40{\"token\":\"t\",\"storeId\":1}", "40{\"token\":", "40[]", "40/,{\"token\":\"t\"}",
                        "40/admin,{\"token\":\"t\"}",
                "42{\"token\":\"t\"}"
            })
    void takesNothingElse(String text) {
        assertThat(ConnectPacket.parse(text)).isEmpty();
    }

    @Test
    void doesNotShowTheTokenInLogs() {
        assertThat(new ConnectPacket("secret", "s", true).toString()).doesNotContain("secret");
    }
}
