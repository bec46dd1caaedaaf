package io.tillsync.console.values;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as people type them: with the decimal sign of their language or the other one, grouped or not. What could mean two numbers, such as
 * {@code 1.234} in German, is none.
 */
public final class TypedNumbers {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f']");
    private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]{0,40}");
    private static final int GROUP = 3;

    private TypedNumbers() {}

    public static Optional<BigDecimal> read(String typed, Locale locale) {
        String text = BLANKS.matcher(typed).replaceAll("").replace('\u2212', '-');
        char decimal = decimalSign(locale);
        char other = decimal == ',' ? '.' : ',';
        int lastDecimal = text.lastIndexOf(decimal);
        int lastOther = text.lastIndexOf(other);
        if (lastDecimal >= 0 && lastOther >= 0) {
            return lastDecimal > lastOther ? split(text, decimal, other) : split(text, other, decimal);
        }
        return lastOther < 0 ? split(text, decimal, other) : onlyOther(text, other, decimal);
    }

    /** The number as it stands in a field to type into. */
    public static String write(BigDecimal number, int leastDecimals, Locale locale) {
        BigDecimal least = number.stripTrailingZeros();
        return least.setScale(Math.max(least.scale(), leastDecimals))
                .toPlainString()
                .replace('.', decimalSign(locale));
    }

    private static char decimalSign(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? ',' : '.';
    }

    private static Optional<BigDecimal> onlyOther(String text, char other, char decimal) {
        boolean once = text.indexOf(other) == text.lastIndexOf(other);
        int behind = text.length() - 1 - text.lastIndexOf(other);
        if (once) {
            return behind == GROUP ? Optional.empty() : split(text, other, decimal);
        }
        return split(text, decimal, other);
    }

    private static Optional<BigDecimal> split(String text, char decimal, char grouping) {
        int at = text.indexOf(decimal);
        String whole = at < 0 ? text : text.substring(0, at);
        String fraction = at < 0 ? "" : text.substring(at + 1);
        String plain = ungrouped(whole, grouping);
        boolean isNumber = DIGITS.matcher(plain).matches()
                && fraction.chars().allMatch(c -> c >= '0' && c <= '9')
                && fraction.length() <= 40
                && (plain + fraction).chars().anyMatch(c -> c >= '0' && c <= '9');
        return isNumber
                ? Optional.of(new BigDecimal(plain + "." + (fraction.isEmpty() ? "0" : fraction)))
                : Optional.empty();
    }

    /** Without the signs between groups, or as it is where they do not stand between groups of three. */
    private static String ungrouped(String whole, char grouping) {
        Pattern grouped = Pattern.compile("[+-]?[0-9]{1,3}(" + Pattern.quote(String.valueOf(grouping)) + "[0-9]{3})+");
        return grouped.matcher(whole).matches() ? whole.replace(String.valueOf(grouping), "") : whole;
    }
}
