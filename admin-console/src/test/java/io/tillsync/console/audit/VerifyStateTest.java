package io.tillsync.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.ChainCheck.Checked;
import io.tillsync.audit.log.ChainCheck.Fault;
import io.tillsync.audit.log.Hash;
import io.tillsync.audit.log.Seq;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyStateTest {

    private static final Seq END = new Seq(9);
    private static final Hash HASH = new Hash("0123456789abcdef".repeat(4));

    @Test
    void comesBackFromTheBrowserAsItWasSent() {
        Checked checked = new Checked(new Seq(7), HASH, -5, Optional.empty());

        assertThat(VerifyState.parse(VerifyState.encoded(END, checked))).contains(new VerifyState(END, checked));
        assertThat(VerifyState.parse(VerifyState.encoded(END, Checked.NOTHING)))
                .contains(new VerifyState(END, Checked.NOTHING));
    }

    @ParameterizedTest
    @EnumSource
    void withItsFault(Fault.Kind kind) {
        Checked checked = new Checked(new Seq(7), HASH, 5, Optional.of(new Fault(kind, new Seq(8))));

        assertThat(VerifyState.parse(VerifyState.encoded(END, checked))).contains(new VerifyState(END, checked));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1_2_3_4_5", "1_2", "x_2_0123_4_-"})
    void anythingElseBeginsAnew(String text) {
        assertThat(VerifyState.parse(text)).isEmpty();
    }
}
