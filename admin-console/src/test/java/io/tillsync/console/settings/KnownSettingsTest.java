package io.tillsync.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSettingsTest {

    private final KnownSettings known =
            new KnownSettings(Set.of(new Setting("tillsync.feed.tail-bytes", Optional.empty())));

    @ParameterizedTest
    @ValueSource(strings = {"tillsync.feed.tail-bytes", "tillsync.feed.tailBytes", "TILLSYNC_FEED_TAIL_BYTES"})
    void allowsASettingInEveryWayToWriteIt(String name) {
        assertThat(known.allow(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TILLSYNC_FEED_TAIL", "tillsync.feed", "tillsync.feeds.tail-bytes", "TILLSYNC_MONGO_URI"})
    void refusesWhatOnlyLooksLikeASetting(String name) {
        assertThat(known.allow(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATH",
                "server.port",
                "TILLSYNC_SERVICE_HOST",
                "TILLSYNC_PORT_8080_TCP_ADDR",
                "TILLSYNC_TEST_MONGODB_URI"
            })
    void leavesAloneWhatOthersSet(String name) {
        assertThat(known.allow(name)).isTrue();
    }
}
