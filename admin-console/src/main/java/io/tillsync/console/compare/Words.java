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

    /** Time and memory grow with the square of what differs: of more than this, it is enough to see that it was replaced. */
    private static final int MOST_COMPARED = 2_000;

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
        int same = common(from, to);
        List<String> restFrom = from.subList(same, from.size());
        List<String> restTo = to.subList(same, to.size());
        int sameEnd = common(restFrom.reversed(), restTo.reversed());
        List<Part> parts = new ArrayList<>();
        add(parts, Change.KEPT, from.subList(0, same));
        middle(parts, restFrom.subList(0, restFrom.size() - sameEnd), restTo.subList(0, restTo.size() - sameEnd));
        add(parts, Change.KEPT, restFrom.subList(restFrom.size() - sameEnd, restFrom.size()));
        return joined(parts);
    }

    private static int common(List<String> one, List<String> other) {
        int most = Math.min(one.size(), other.size());
        int same = 0;
        while (same < most && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    private static void middle(List<Part> parts, List<String> from, List<String> to) {
        if (from.size() + to.size() > MOST_COMPARED) {
            add(parts, Change.REMOVED, from);
            add(parts, Change.ADDED, to);
            return;
        }
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(from, to).getDeltas()) {
            add(parts, Change.KEPT, from.subList(at, delta.getSource().getPosition()));
            add(parts, Change.REMOVED, delta.getSource().getLines());
            add(parts, Change.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(parts, Change.KEPT, from.subList(at, from.size()));
    }

    private static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            boolean goesOn = !joined.isEmpty() && joined.getLast().change() == part.change();
            joined.add(goesOn ? new Part(part.change(), joined.removeLast().text() + part.text()) : part);
        }
        return joined;
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
