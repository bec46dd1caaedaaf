package io.tillsync.sync.full;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private final ByteArrayOutputStream beyond = new ByteArrayOutputStream();
    private final AtomicInteger asked = new AtomicInteger();

    private final Recording recording = new Recording(10, () -> {
        asked.incrementAndGet();
        return beyond;
    });

    private void write(String text) throws IOException {
        recording.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void holdsAllThatIsNotTooMuch() throws IOException {
        write("01234");
        write("56789");

        assertThat(recording.held())
                .hasValueSatisfying(held -> assertThat(held).asString().isEqualTo("0123456789"));
        assertThat(asked).hasValue(0);
    }

    @Test
    void passesAllOnInItsOrderOnceItIsTooMuch() throws IOException {
        write("01234567");
        write("89a");
        recording.write('b');
        write("cd");
        recording.close();

        assertThat(beyond).asString().isEqualTo("0123456789abcd");
        assertThat(asked).hasValue(1);
        assertThat(recording.held()).isEmpty();
    }
}
