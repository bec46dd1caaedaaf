package io.tillsync.core.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bson.Document;

class TextsProperties {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.of("Straße", "ΣΊΣΥΦΟΣ", "İstanbul", "ﬃ", "Zoë", "\u0345\u0301α", "ᾴ", " a b ")
                        .list()
                        .ofMaxSize(3)
                        .map(parts -> String.join("", parts)));
    }

    @Property(tries = 500)
    void foldingAFoldedTextChangesNothing(@ForAll("texts") String text) {
        assertThat(Texts.folded(Texts.folded(text))).isEqualTo(Texts.folded(text));
    }

    @Property(tries = 500)
    void compositionAndOuterBlanksDoNotMatter(@ForAll("texts") String text) {
        String folded = Texts.folded(text);

        assertThat(Texts.folded(" " + text + "\t")).isEqualTo(folded);
        assertThat(Texts.folded(Normalizer.normalize(text.strip(), Normalizer.Form.NFD)))
                .isEqualTo(folded);
        assertThat(Texts.folded(Normalizer.normalize(text.strip(), Normalizer.Form.NFC)))
                .isEqualTo(folded);
    }

    @Property(tries = 500)
    void capitalsAreTheSameAsSmallLetters(@ForAll("texts") String text) {
        String plain = text.replaceAll("[^A-Za-z0-9ßäöüÄÖÜ ]", "");

        assertThat(Texts.folded(plain.toUpperCase(Locale.ROOT))).isEqualTo(Texts.folded(plain));
    }

    @Property(tries = 300)
    void everyWordOfATextIsFoundWhateverItsCase(@ForAll("texts") String text) {
        List<String> words = Texts.words(text);

        assertThat(words).doesNotHaveDuplicates().allMatch(word -> !word.isEmpty() && word.length() <= 40);
        assertThat(Texts.words(Texts.folded(text))).isEqualTo(words);
    }

    @Property(tries = 300)
    void keysOfDifferentFieldsNeverMeet(@ForAll("texts") String one, @ForAll("texts") String other) {
        Unique siblings = new Unique("c.name", List.of("name", "parentId"), true);
        Document root = new Document("name", one);
        Document child = new Document("name", other).append("parentId", "p");

        assertThat(siblings.key(root)).isNotEqualTo(siblings.key(child));
    }
}
