package io.tillsync.sync.socket;

import java.util.Optional;
import org.json.JSONException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks with when it connects: {@code 40{"token": …, "storeId"?: …, "events"?: …}}.
 *
 * @param events whether it wants the single events beside {@code sync:commit}
 */
record ConnectPacket(String token, @Nullable String storeId, boolean events) {

    private static final String PREFIX = "40";

    static boolean isConnect(String text) {
        return text.startsWith(PREFIX);
    }

    /** Empty for anything else than a well-formed request to connect to the only namespace there is. */
    static Optional<ConnectPacket> parse(String text) {
        if (!isConnect(text)) {
            return Optional.empty();
        }
        try {
            JSONObject auth = new JSONObject(text.substring(PREFIX.length()));
            return auth.opt("token") instanceof String token && !token.isBlank() && wellFormed(auth)
                    ? Optional.of(
                            new ConnectPacket(token, auth.optString("storeId", null), auth.optBoolean("events", true)))
                    : Optional.empty();
        } catch (JSONException e) {
            return Optional.empty();
        }
    }

    /** The namespace that a client wants to connect to, up to its comma; empty for the only one there is. */
    static String namespace(String text) {
        if (!text.startsWith(PREFIX + "/")) {
            return "";
        }
        int comma = text.indexOf(',');
        return comma < 0 ? text.substring(PREFIX.length()) + "," : text.substring(PREFIX.length(), comma + 1);
    }

    private static boolean wellFormed(JSONObject auth) {
        return (auth.isNull("storeId") || auth.get("storeId") instanceof String)
                && (auth.isNull("events") || auth.get("events") instanceof Boolean);
    }

    /** Without the token: this may end up in a log. */
    @Override
    public String toString() {
        return "ConnectPacket[storeId=" + storeId + ", events=" + events + "]";
    }
}
