package io.tillsync.sync.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Holds every answer that any test of the API gets against the document. The first server that starts gives it. */
@Component
class EveryAnswerIsChecked {

    private static final AtomicBoolean IS_WATCHING = new AtomicBoolean();

    private final SingletonSupplier<DocumentCheck> check;

    EveryAnswerIsChecked(ApiDocumentController document) {
        this.check = SingletonSupplier.of(
                () -> new DocumentCheck(new String(document.document().getBody(), StandardCharsets.UTF_8)));
    }

    @EventListener(ApplicationReadyEvent.class)
    void watch() {
        if (IS_WATCHING.compareAndSet(false, true)) {
            Api.observe(this::mustBeTrue);
        }
    }

    private void mustBeTrue(HttpRequest request, Answer answer) {
        Exchange exchange = Exchange.of(request, answer.status(), answer.headers(), answer.bytes());
        assertThat(check.obtain().faults(exchange))
                .as(() -> "What is not as the OpenAPI document says of " + exchange)
                .isEmpty();
    }

    DocumentCheck check() {
        return check.obtain();
    }
}
