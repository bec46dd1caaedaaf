package io.tillsync.console.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What has become of a text, word by word. */
public final class Words {

    /** Before and behind each blank, so that joined the parts are the text again. */
    private static final Pattern BORDER = Pattern.compile("(?<=\\s)|(?=\\s)");

    private Words() {}

    /** A part of a text that was kept, added or removed. */
    public record Part(Change change, String text) {}

    /** What has become of a part. */
    public enum Change {
        KEPT,
        ADDED,
        REMOVED
    }

    /** The parts of both texts in order; where something was replaced, what was removed comes first. */
    public static List<Part> compare(String before, String after) {
        List<String> from = words(before);
        List<String> to = words(after);
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(from, to).getDeltas()) {
            add(parts, Change.KEPT, from.subList(at, delta.getSource().getPosition()));
            add(parts, Change.REMOVED, delta.getSource().getLines());
            add(parts, Change.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(parts, Change.KEPT, from.subList(at, from.size()));
        return parts;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : BORDER.splitAsStream(text).toList();
    }

    private static void add(List<Part> parts, Change change, List<String> words) {
        if (!words.isEmpty()) {
            parts.add(new Part(change, String.join("", words)));
        }
    }
}
