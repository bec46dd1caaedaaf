package io.tillsync.sync.socket;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;

/** A client's end of a connection that can stop reading, and break. */
final class FakeWire implements Wire {

    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch reading = new CountDownLatch(0);
    private volatile Consumer<String> onTransmit = text -> {};
    private volatile boolean broken;
    private volatile @Nullable CloseStatus closed;

    @Override
    public void transmit(String text) throws IOException {
        try {
            reading.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        if (broken) {
            throw new IOException("broken");
        }
        onTransmit.accept(text);
        received.add(text);
    }

    @Override
    public void hangUp(CloseStatus status) {
        closed = status;
    }

    void onTransmit(Consumer<String> listener) {
        onTransmit = listener;
    }

    void stopReading() {
        reading = new CountDownLatch(1);
    }

    void readOn() {
        reading.countDown();
    }

    void breakOff() {
        broken = true;
    }

    List<String> received() {
        return received;
    }

    boolean isClosed() {
        return closed != null;
    }

    boolean isClosedWith(Ending ending) {
        return ending.status().equals(closed);
    }
}
