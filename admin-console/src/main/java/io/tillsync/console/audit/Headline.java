package io.tillsync.console.audit;

import org.jspecify.annotations.Nullable;

/**
 * One sentence on what was done, with the name of what it was done to somewhere in it.
 *
 * @param name empty where the sentence names nothing
 * @param address of that thing's history; absent where there is none
 */
record Headline(
        String before, String name, String after, @Nullable String address) {

    /** Stands in a text for the name. */
    static final String NAME = "\u0001";

    static Headline of(String text, String name, @Nullable String address) {
        int at = text.indexOf(NAME);
        return at < 0
                ? new Headline(text, "", "", null)
                : new Headline(text.substring(0, at), name, text.substring(at + NAME.length()), address);
    }

    /** All of it as a text. */
    public String whole() {
        return before + name + after;
    }
}
