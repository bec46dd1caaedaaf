package io.tillsync.sync.socket;

import java.nio.charset.StandardCharsets;
import org.json.JSONObject;

/** Encodes an event as it goes over the wire: a message (4) of the engine with an event (2) in it. */
final class EventPacket {

    private EventPacket() {}

    /**
     * A half of a surrogate pair, which JSON may hold but UTF-8 cannot, is escaped: the WebSocket would otherwise fail on every socket that is sent
     * it.
     *
     * @param json encoded already
     */
    static String encode(String event, String json) {
        String text = "42[" + JSONObject.quote(event) + "," + json + "]";
        return StandardCharsets.UTF_8.newEncoder().canEncode(text) ? text : escapeHalves(text);
    }

    private static String escapeHalves(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (Character.getType(point) == Character.SURROGATE) {
                escaped.append("\\u%04x".formatted(point));
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }
}
