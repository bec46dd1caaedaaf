package io.tillsync.core.exporting;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking a text for a formula and running it (CWE-1236): such a text gets an apostrophe before it, which is taken away
 * again when the file is imported. What had apostrophes before such a sign gets one more, so that every text comes back as it was.
 */
public final class FormulaGuard {

    private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final char GUARD = '\'';

    private FormulaGuard() {}

    /** A text as it is written into a cell. */
    public static String guarded(String text) {
        return DANGEROUS.matcher(text).matches() ? GUARD + text : text;
    }

    /** A cell's text as it was before it was guarded. */
    public static String unguarded(String cell) {
        return !cell.isEmpty()
                        && cell.charAt(0) == GUARD
                        && DANGEROUS.matcher(cell).matches()
                ? cell.substring(1)
                : cell;
    }
}
