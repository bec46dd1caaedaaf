package io.tillsync.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

    @Test
    void keepsWhatACallerCallsItsRequest() {
        assertThat(RequestIds.of("till-1.2026_07")).isEqualTo("till-1.2026_07");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "two words",
                "a\nline",
                "{\"json\"}",
                "ümlaut",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void takesNothingThatCouldDoHarmInALog(String given) {
        assertThat(RequestIds.of(given)).matches("[0-9a-f]{16}").isNotEqualTo(RequestIds.of(given));
    }

    @Test
    void endsWithTheWork() {
        RequestIds.run(Optional.of("outer"), () -> {
            RequestIds.run(
                    Optional.of("inner"), () -> assertThat(RequestIds.current()).contains("inner"));
            assertThat(RequestIds.current()).contains("outer");
            RequestIds.run(
                    Optional.empty(), () -> assertThat(RequestIds.current()).isEmpty());
            assertThat(RequestIds.current()).contains("outer");
        });

        assertThat(RequestIds.current()).isEmpty();
    }

    @Test
    void goesWithWorkToAnotherThread() throws InterruptedException {
        CompletableFuture<Optional<String>> seen = new CompletableFuture<>();
        Runnable[] work = new Runnable[1];
        RequestIds.run(
                Optional.of("asked"), () -> work[0] = RequestIds.carried(() -> seen.complete(RequestIds.current())));

        Thread.ofVirtual().start(work[0]).join();

        assertThat(seen).isCompletedWithValue(Optional.of("asked"));
    }
}
