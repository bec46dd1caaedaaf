package io.tillsync.sync.input;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** A request as nobody means it: an address that there is, with anything put where a value belongs. */
final class RandomRequest {

    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "POST", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "BREW");
    private static final List<String> NAMES = List.of(
            "limit",
            "token",
            "since",
            "entities",
            "pageToken",
            "wait",
            "cursor",
            "q",
            "sort",
            "syncVersion",
            "onConflict",
            "isActive",
            "categoryId",
            "sku",
            "__proto__",
            "");
    private static final List<String> FIELDS = List.of(
            "id",
            "syncVersion",
            "name",
            "price",
            "sku",
            "productId",
            "delta",
            "reason",
            "value",
            "storeId",
            "code",
            "username",
            "password",
            "role",
            "stores",
            "timeZone",
            "currency",
            "businessId",
            "constructor",
            "$set",
            "a.b");
    private static final List<String> HEADERS = List.of(
            "If-None-Match",
            "If-Match",
            "If-Modified-Since",
            "Idempotency-Key",
            "X-Sync-Token",
            "X-Store-Id",
            "X-Business-Id",
            "Accept",
            "Content-Type",
            "Content-Encoding",
            "Accept-Encoding",
            "Accept-Language",
            "Range");

    private final Random random;
    private final List<String> known;

    /** @param known values that mean something here: ids, tokens, names of types */
    RandomRequest(Random random, List<String> known) {
        this.random = random;
        this.known = known;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private boolean now(int percent) {
        return random.nextInt(100) < percent;
    }

    private String value() {
        return switch (random.nextInt(9)) {
            case 0 -> String.valueOf(random.nextLong());
            case 1 ->
                any(List.of("0", "-1", "1", "NaN", "1e400", "true", "null", "2026-01-16T10:30:00Z", "\"v1\"", "*"));
            case 2 -> noise(random.nextInt(12));
            case 3 -> mutated(any(known));
            case 4 -> any(List.of("{\"$gt\":\"\"}", "../..", "' OR 1=1", "%00", "${7*7}", "a,b,,", "x".repeat(3000)));
            default -> any(known);
        };
    }

    private String noise(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(now(80) ? 32 + random.nextInt(95) : random.nextInt(0xD800));
        }
        return text.toString();
    }

    private String mutated(String text) {
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + noise(1) + text.substring(at);
            default -> text + text;
        };
    }

    private String json(int depth) {
        int kind = random.nextInt(depth > 3 ? 5 : 8);
        return switch (kind) {
            case 0 -> any(List.of("null", "true", "1.5", "-0", "1e400", "NaN", "01", "99999999999999999999"));
            case 1, 2 -> "\"" + (now(20) ? value() : value().replaceAll("[\"\\\\\\p{Cntrl}]", "")) + "\"";
            case 3, 4 -> String.valueOf(random.nextInt(10));
            case 5 -> "[" + json(depth + 1) + "," + json(depth + 1) + "]";
            default -> object(depth);
        };
    }

    private String object(int depth) {
        StringBuilder object = new StringBuilder("{");
        for (int i = random.nextInt(5); i >= 0; i--) {
            object.append('"')
                    .append(any(FIELDS))
                    .append("\":")
                    .append(json(depth + 1))
                    .append(i > 0 ? "," : "");
        }
        return object.append('}').toString();
    }

    private Object body() {
        String text = now(90) ? object(0) : json(0);
        byte[] bytes = (now(10) ? mutated(text) : text).getBytes(StandardCharsets.UTF_8);
        if (now(5)) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return now(40) ? "" : bytes;
    }

    /** Header values cannot have all that bodies can: no client sends those. */
    private Api withHeaders(Api caller) {
        Api with = caller;
        while (now(35)) {
            String value = value().replaceAll("[^ -~]", "");
            with = with.with(any(HEADERS), value.substring(0, Math.min(value.length(), 500)));
        }
        return with;
    }

    private String query() {
        StringBuilder query = new StringBuilder("?");
        while (now(50)) {
            query.append(Api.query(any(NAMES)))
                    .append('=')
                    .append(Api.query(value()))
                    .append('&');
        }
        return query.toString();
    }

    /** Puts something into the variables of a pattern, and sends it. */
    Answer send(Api caller, String pattern) {
        String path = pattern;
        while (path.contains("{")) {
            String value = now(60) ? any(known) : value();
            path = path.substring(0, path.indexOf('{'))
                    + Api.query(value.isEmpty() ? "-" : value).replace("+", "%20")
                    + path.substring(path.indexOf('}') + 1);
        }
        String method = any(METHODS);
        boolean hasBody = !method.equals("GET") && !method.equals("HEAD");
        return withHeaders(caller).send(method, path + query(), hasBody ? body() : "");
    }
}
