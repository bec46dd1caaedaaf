package io.tillsync.sync.socket;

import static io.tillsync.sync.socket.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final FakeWire wire = new FakeWire();
    private final AtomicInteger failures = new AtomicInteger();
    private final Outbox outbox = new Outbox(10, wire, this::fail);

    private void fail() {
        failures.incrementAndGet();
        outbox.finish(Ending.CLOSED);
    }

    @Test
    void sendsInOrderWhateverTheSenderIsDoing() {
        IntStream.range(0, 1000).forEach(n -> until(() -> outbox.offer("" + n)));

        until(() -> wire.received().size() == 1000);
        assertThat(wire.received())
                .isEqualTo(IntStream.range(0, 1000).mapToObj(n -> "" + n).toList());
    }

    @Test
    void refusesMoreThanItsLimitWhileTheClientDoesNotRead() {
        wire.stopReading();

        assertThat(IntStream.range(0, 20).filter(n -> outbox.offer("" + n)).count())
                .isEqualTo(10);
        wire.readOn();
        until(() -> wire.received().size() == 10);
    }

    @Test
    void hangsUpAfterTheLastWordAndDropsTheRest() {
        wire.stopReading();
        Stream.of("1", "2", "3").forEach(outbox::offer);
        outbox.finish(Ending.CUT);
        outbox.finish(Ending.STOPPING);
        wire.readOn();

        until(() -> wire.isClosed());
        assertThat(wire.received()).isSubsetOf("1", "41").endsWith("41");
        assertThat(wire.isClosedWith(Ending.CUT)).isTrue();
        assertThat(outbox.offer("too late")).isTrue();
    }

    @Test
    void reportsABrokenWireOnceAndLetsItGo() {
        wire.breakOff();
        Stream.of("1", "2", "3").forEach(outbox::offer);

        until(() -> wire.isClosedWith(Ending.CLOSED));
        assertThat(failures).hasValue(1);
        assertThat(wire.received()).isEmpty();
    }
}
