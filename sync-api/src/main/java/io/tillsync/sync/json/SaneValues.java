package io.tillsync.sync.json;

import java.math.BigDecimal;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Refuses the few values that are JSON but no one can store or compute with: halves of surrogate pairs, which UTF-8
 * cannot hold, and exponents whose expansion would fill the memory ({@code 1e1000000000}). What a single field allows is
 * not decided here; {@code 1e400} passes.
 */
final class SaneValues {
    /** That of IEEE 754 decimal128, which is what the store has. */
    static final int MAX_EXPONENT = 6144;

    private SaneValues() {}

    static void check(JsonNode root) {
        check(root, StandardCharsets.UTF_8.newEncoder());
    }

    private static void check(JsonNode node, CharsetEncoder utf8) {
        for (var property : node.properties()) {
            checkText(property.getKey(), utf8);
        }
        if (node.isString()) {
            checkText(node.stringValue(), utf8);
        } else if (node.isBigDecimal()) {
            checkExponent(node.decimalValue());
        } else {
            node.forEach(child -> check(child, utf8));
        }
    }

    private static void checkText(String text, CharsetEncoder utf8) {
        if (!utf8.canEncode(text)) {
            throw StrictJson.malformed("A string in the body holds half of a surrogate pair.");
        }
    }

    private static void checkExponent(BigDecimal number) {
        long exponent = (long) number.precision() - number.scale();
        if (Math.abs(exponent) > MAX_EXPONENT || number.scale() > MAX_EXPONENT) {
            throw StrictJson.malformed(
                    String.format(Locale.ROOT, "A number in the body has an exponent beyond ±%d.", MAX_EXPONENT));
        }
    }
}
