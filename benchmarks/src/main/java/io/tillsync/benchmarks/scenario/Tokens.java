package io.tillsync.benchmarks.scenario;

import io.tillsync.benchmarks.client.Wire;
import io.tillsync.benchmarks.process.Tillsync;
import io.tillsync.benchmarks.scenario.Backstage.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where tills stand. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("\"(?:syncToken|nextPageToken)\":\"([^\"]+)\"");

    private Tokens() {}

    /** The present position of a shop's logs. */
    static String now(Tillsync server, Shop shop) throws IOException {
        try (Wire wire = Wire.to(server.port())) {
            return in(wire.exchange(Wire.get("/api/v1/sync/full?entities=brands", shop.till()))
                    .body());
        }
    }

    /** The one that an answer ends with. */
    static String in(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        Matcher matcher = TOKEN.matcher(text);
        String last = "";
        while (matcher.find()) {
            last = matcher.group(1);
        }
        if (last.isEmpty()) {
            throw new IllegalStateException("No token in " + text.substring(0, Math.min(500, text.length())));
        }
        return last;
    }
}
