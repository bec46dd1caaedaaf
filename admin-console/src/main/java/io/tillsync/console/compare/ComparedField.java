package io.tillsync.console.compare;

import io.tillsync.console.values.FormField;
import java.util.List;

/**
 * A field that one side, or both, have changed.
 *
 * @param before what both started from
 * @param result what is to become of it: so far the merged value, or where there is none what oneself wants
 */
public record ComparedField(Side before, Side theirs, Side yours, FormField result, By by) {

    public String name() {
        return result.name();
    }

    public boolean isConflicting() {
        return by == By.BOTH;
    }

    /** Who has changed it. */
    public enum By {
        THEM,
        YOU,
        BOTH
    }

    /**
     * A value as one side has it.
     *
     * @param text as it is read; nothing where there is no value
     * @param typed as it is typed in
     * @param title of a reference, as it is shown in its field
     * @param words of a long text, what has become of it
     */
    public record Side(String text, String typed, String title, List<Words.Part> words) {}
}
