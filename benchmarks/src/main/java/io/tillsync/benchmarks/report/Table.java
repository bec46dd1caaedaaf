package io.tillsync.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, a row for each figure, as Markdown. */
public final class Table {

    private final List<String> rows = new ArrayList<>();

    /** A figure that has a target. */
    public void row(String what, String figure, String target) {
        String row = "| " + what + " | " + figure + " | " + target + " |";
        rows.add(row);
        System.err.println(row);
    }

    /** One that has none. */
    public void row(String what, String figure) {
        row(what, figure, "");
    }

    /** A number, with about three digits that mean something. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    /** Whether a target is kept. */
    public static String kept(String target, boolean isKept) {
        return target + (isKept ? " ✓" : " ✗");
    }

    public static String megabytes(long bytes) {
        return number(bytes / 1e6) + " MB";
    }

    @Override
    public String toString() {
        return "| | measured | target |\n|---|---|---|\n" + String.join("\n", rows) + "\n";
    }
}
