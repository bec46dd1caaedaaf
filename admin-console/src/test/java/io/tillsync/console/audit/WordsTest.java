package io.tillsync.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Actor;
import io.tillsync.console.page.Formats;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class WordsTest {

    private static final Formats ENGLISH = new Formats(Locale.ENGLISH, ZoneOffset.UTC, Optional.empty());
    private static final Formats GERMAN = new Formats(Locale.GERMAN, ZoneOffset.UTC, Optional.empty());

    @Test
    void whatNoTextWasWrittenForIsCalledByItsName() {
        Labels labels = new Labels(new StaticMessageSource());

        assertThat(labels.field(ENGLISH, "reorderLevel")).isEqualTo("Reorder level");
        assertThat(labels.event(ENGLISH, "import-undone")).isEqualTo("Import undone");
        assertThat(labels.isKnown(ENGLISH, "import-undone")).isFalse();
    }

    @Test
    void aLabelLosesItsCapitalWithinAnEnglishSentenceAlone() {
        assertThat(Labels.within(ENGLISH, "Price")).isEqualTo("price");
        assertThat(Labels.within(ENGLISH, "SKU")).isEqualTo("SKU");
        assertThat(Labels.within(GERMAN, "Preis")).isEqualTo("Preis");
    }

    @Test
    void aNameStandsAnywhereInASentence() {
        Headline headline = Headline.of("Preis von " + Headline.NAME + " geändert", "Kaffee", "/k");

        assertThat(headline).isEqualTo(new Headline("Preis von ", "Kaffee", " geändert", "/k"));
        assertThat(headline.whole()).isEqualTo("Preis von Kaffee geändert");
        assertThat(Headline.of("Logged in", "", "/k").address()).isNull();
    }

    @Test
    void somebodyUnknownCannotBeLookedForAndAddressesAreShort() {
        StaticMessageSource texts = new StaticMessageSource();
        texts.setUseCodeAsDefaultMessage(true);
        Actor stranger =
                new Actor(Actor.Kind.USER, "?", "mallory", Optional.empty(), Optional.of("2001:db8:0:0:0:0:0:1"));

        Who who = Who.of(new Labels(texts), ENGLISH, stranger, true);

        assertThat(who.id()).isNull();
        assertThat(who.details()).isEqualTo("2001:db8::1");
        assertThat(Who.of(new Labels(texts), ENGLISH, stranger, false).details())
                .isEmpty();
    }
}
