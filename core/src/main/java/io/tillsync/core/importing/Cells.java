package io.tillsync.core.importing;

import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The values that texts in cells stand for. A text that is none is given as it is: the field then refuses it, with the same words as it
 * would over REST, and {@link #hint} says what a cell should have held.
 */
final class Cells {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{0,40})?");
    private static final int SHOWN = 40;

    private Cells() {}

    static Object value(Field field, String text) {
        return switch (field.kind()) {
            case Kind.Money money -> number(text);
            case Kind.Decimal decimal -> number(text);
            case Kind.Whole whole -> number(text);
            case Kind.Flag flag -> flag(text);
            default -> text;
        };
    }

    /** Digits of other scripts, exponents and separators of thousands are left out on purpose: who wrote them meant who knows what. */
    private static Object number(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    private static Object flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> text;
        };
    }

    /** What to write instead of a text that is no value of the field; empty where the field's own words say it all. */
    static String hint(Field field, String text) {
        if (!(value(field, text) instanceof String)) {
            return "";
        }
        return switch (field.kind()) {
            case Kind.Money money -> " such as 1.99, not " + quoted(text);
            case Kind.Decimal decimal -> " such as 1.99, not " + quoted(text);
            case Kind.Whole whole -> " such as 12, not " + quoted(text);
            case Kind.Flag flag -> " (or yes, no, 1, 0), not " + quoted(text);
            default -> "";
        };
    }

    static String quoted(String text) {
        return '"' + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…") + '"';
    }
}
