package io.tillsync.console.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.console.compare.Words.Change;
import io.tillsync.console.compare.Words.Part;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static String without(List<Part> parts, Change change) {
        return parts.stream()
                .filter(part -> part.change() != change)
                .map(Part::text)
                .collect(Collectors.joining());
    }

    @Test
    void marksTheWordsThatDiffer() {
        assertThat(Words.compare("Soft and sweet.", "Soft and very sweet."))
                .containsExactly(
                        new Part(Change.KEPT, "Soft and "),
                        new Part(Change.ADDED, "very "),
                        new Part(Change.KEPT, "sweet."));
    }

    @Test
    void holdsBothTextsWhole() {
        String before = "One two\nthree  four five";
        String after = "Zero two three\nfour six";

        List<Part> parts = Words.compare(before, after);

        assertThat(without(parts, Change.ADDED)).isEqualTo(before);
        assertThat(without(parts, Change.REMOVED)).isEqualTo(after);
    }

    @Test
    void knowsTextsThatBeginOrEndWithNothing() {
        assertThat(Words.compare("", "new")).containsExactly(new Part(Change.ADDED, "new"));
        assertThat(Words.compare("old", "")).containsExactly(new Part(Change.REMOVED, "old"));
        assertThat(Words.compare("", "")).isEmpty();
    }

    @Test
    void comparesNoMoreThanTakesAMoment() {
        String before = IntStream.range(0, 30_000).mapToObj(i -> "a" + i).collect(Collectors.joining(" "));
        String after = IntStream.range(0, 30_000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));

        assertThat(Words.compare("Same " + before + " end", "Same " + after + " end"))
                .containsExactly(
                        new Part(Change.KEPT, "Same "),
                        new Part(Change.REMOVED, before),
                        new Part(Change.ADDED, after),
                        new Part(Change.KEPT, " end"));
    }
}
