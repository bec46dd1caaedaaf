package io.tillsync.audit.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Test
    void isReadBackFromAnAddress() {
        Position place = new Position(Instant.parse("2026-03-01T12:00:00.123Z"), LogId.of("store", "a-1"), new Seq(17));

        assertThat(Position.parse(place.encoded())).contains(place);
        assertThat(place.encoded()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "YSBi", "MSBzdG9yZTphIC0x", "eCBzdG9yZTphIDE", "MSBTVE9SRTphIDE"})
    void anythingElseIsNoPlace(String text) {
        assertThat(Position.parse(text)).isEqualTo(Optional.empty());
    }
}
