package io.tillsync.core.type;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts: which are taken, when two are the same, and by which words one is found. */
public final class Texts {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MAX_WORDS = 40;
    private static final int MAX_WORD_LENGTH = 40;

    private Texts() {}

    static @Nullable FieldError fault(String field, String text, int max, boolean lines) {
        if (text.isBlank()) {
            return new FieldError(field, "blank", "must not be blank; leave the field out to have no value");
        }
        if (text.codePointCount(0, text.length()) > max) {
            return new FieldError(field, "too-long", "must have at most " + max + " characters");
        }
        boolean bad = text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) && !(lines && (c == '\n' || c == '\r' || c == '\t')));
        return bad || hasLoneSurrogate(text)
                ? new FieldError(field, "invalid-characters", "must not contain control characters")
                : null;
    }

    /** Whether half of a character stands alone, which no encoding can keep. */
    static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** The form in which two texts that differ in case, composition or outer blanks only are equal (Unicode, full case folding). */
    public static String folded(String text) {
        return NFC.normalize(UCharacter.foldCase(NFD.normalize(text.strip()), true));
    }

    /** The words that a text is found by: folded, without accents, each once. */
    public static List<String> words(String text) {
        String plain = MARKS.matcher(NFD.normalize(folded(text))).replaceAll("");
        return GAPS.splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(word.length(), MAX_WORD_LENGTH)))
                .distinct()
                .limit(MAX_WORDS)
                .toList();
    }
}
