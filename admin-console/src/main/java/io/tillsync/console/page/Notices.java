package io.tillsync.console.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells an open screen, beside its answer, how something went: in a short notice that may offer to take it back. */
@Component
public class Notices {

    private static final String HEADER = "HX-Trigger";
    /** Headers are ASCII (RFC 9110 §5.5). */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final MessageSource messages;

    Notices(MessageSource messages) {
        this.messages = messages;
    }

    /** A notice of something that went well. */
    public Notice done(Locale locale, String key, Object... values) {
        return new Notice(locale, text(locale, key, values));
    }

    /** A notice of something that was refused. */
    public Notice failed(Locale locale, String key, Object... values) {
        Notice notice = new Notice(locale, text(locale, key, values));
        notice.notice.put("kind", "danger");
        return notice;
    }

    private String text(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** What an answer triggers on the screen. */
    public final class Notice {

        private final Locale locale;
        private final Map<String, Object> notice = new LinkedHashMap<>();
        private final Map<String, Object> triggers = new LinkedHashMap<>();

        private Notice(Locale locale, String text) {
            this.locale = locale;
            notice.put("text", text);
            notice.put("kind", "success");
            triggers.put("notice", notice);
        }

        /** Says too that what was typed is kept now. */
        public Notice saved() {
            triggers.put("saved", Map.of());
            return this;
        }

        /** Offers to take it back, by a POST to the address with these values. */
        public Notice undoable(String address, Map<String, ?> values) {
            return offering("action.undo", address, values);
        }

        /** Offers to do something next, under a label of its own. */
        public Notice offering(String label, String address, Map<String, ?> values) {
            notice.put("undo", Map.of("label", text(locale, label), "address", address, "values", values));
            return this;
        }

        public void on(HttpServletResponse response) {
            response.setHeader(HEADER, JSON.writeValueAsString(triggers));
        }
    }
}
