package io.tillsync.console.audit;

import io.tillsync.console.page.Formats;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Says on the screen that something is done, and offers to undo it. */
@Component
class Notices {

    /** Headers are ASCII. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Labels labels;

    Notices(Labels labels) {
        this.labels = labels;
    }

    /** What is to be sent to undo it. */
    record Undo(String address, Map<String, Object> values) {}

    String text(Formats show, String key, Object... arguments) {
        return labels.text(show, key, arguments);
    }

    void add(HttpServletResponse response, Formats show, String text, Optional<Undo> undo) {
        Map<String, Object> notice = new HashMap<>(Map.of("text", text, "kind", "success"));
        undo.ifPresent(it -> notice.put(
                "undo",
                Map.of("label", labels.text(show, "action.undo"), "address", it.address(), "values", it.values())));
        response.setHeader("HX-Trigger", JSON.writeValueAsString(Map.of("notice", notice)));
    }
}
