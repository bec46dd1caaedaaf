package io.tillsync.console.dashboard;

import java.util.List;

/**
 * Something that somebody should look at.
 *
 * @param kind the part of the key of its text that names it; the text takes the count, and names
 * @param names some of what it is about
 * @param address where it is looked at
 */
record Problem(String kind, boolean isBad, String count, List<String> names, String address) {

    private static final int SHOWN = 3;

    static Problem of(String kind, boolean isBad, List<String> names, boolean isWhole, String address) {
        String count = names.size() + (isWhole ? "" : "+");
        return new Problem(kind, isBad, count, names.stream().limit(SHOWN).toList(), address);
    }

    public String text() {
        return "dashboard.problem." + kind;
    }

    public String shown() {
        return String.join(", ", names);
    }
}
