package io.tillsync.console.catalog;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a screen says in passing, and what else it is told by an answer. Headers are ASCII. */
final class Notice {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Map<String, Object> triggers = new LinkedHashMap<>();
    private final Map<String, Object> notice = new LinkedHashMap<>();

    Notice(String text) {
        notice.put("text", text);
        notice.put("kind", "success");
        triggers.put("notice", notice);
    }

    /** Can be taken back by asking an address. */
    Notice undo(String label, String address, Map<String, ?> values) {
        notice.put("undo", Map.of("label", label, "address", address, "values", values));
        return this;
    }

    /** Says also that what was typed need not be kept any longer. */
    Notice saved() {
        triggers.put("saved", Map.of());
        return this;
    }

    void addTo(HttpServletResponse response) {
        response.setHeader("HX-Trigger", JSON.writeValueAsString(triggers));
    }
}
