package io.tillsync.console.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a field was and what it has become, in words.
 *
 * @param before absent where it was not there
 * @param after absent where it is no longer there
 * @param isLong whether it is better shown below than beside
 * @param isSecret whether the values stand for what is not shown
 */
record Difference(
        String name,
        String label,
        @Nullable String before,
        @Nullable String after,
        boolean isLong,
        boolean isSecret,
        boolean isSame) {

    private static final int LONG = 60;

    static Difference of(
            String name,
            String label,
            @Nullable String before,
            @Nullable String after,
            boolean isSecret,
            boolean isSame) {
        return new Difference(name, label, before, after, isLong(before) || isLong(after), isSecret, isSame);
    }

    private static boolean isLong(@Nullable String text) {
        return text != null && (text.length() > LONG || text.indexOf('\n') >= 0);
    }
}
