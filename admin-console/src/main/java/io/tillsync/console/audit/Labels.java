package io.tillsync.console.audit;

import io.tillsync.console.page.Formats;
import io.tillsync.core.type.FieldError;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What things are called, also those that no text was written for yet. */
@Component
class Labels {

    private final MessageSource messages;

    Labels(MessageSource messages) {
        this.messages = messages;
    }

    String text(Formats show, String key, Object... arguments) {
        return messages.getMessage(key, arguments, show.locale());
    }

    private String orWords(Formats show, String key, String name) {
        String text = messages.getMessage(key, null, "", show.locale());
        return text == null || text.isEmpty() ? words(name) : text;
    }

    /** {@code createdAs} and {@code created-as} as "Created as". */
    static String words(String name) {
        String spaced =
                name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    String field(Formats show, String name) {
        return orWords(show, "field." + name, name);
    }

    /** As it stands within a sentence; some fields are called otherwise there. */
    String fieldWithin(Formats show, String name) {
        String text = messages.getMessage("audit.field." + name, null, "", show.locale());
        return text == null || text.isEmpty() ? within(show, field(show, name)) : text;
    }

    String type(Formats show, String name) {
        return orWords(show, "type." + name, name);
    }

    /** Several of a type, within a sentence; some are called otherwise there. */
    String typesWithin(Formats show, String name) {
        String text = messages.getMessage("audit.types." + name, null, "", show.locale());
        return text == null || text.isEmpty() ? within(show, type(show, name)) : text;
    }

    String typeOfOne(Formats show, String name) {
        return orWords(show, "type." + name + ".one", name);
    }

    String event(Formats show, String event) {
        return orWords(show, "audit.event." + event, event);
    }

    /** The same without the name of what it was done to, which is known already. */
    String eventOf(Formats show, String event) {
        return orWords(show, "audit.event." + event + ".short", event);
    }

    /** Whether an event has a text of its own that names what it is about. */
    boolean isKnown(Formats show, String event) {
        String text = messages.getMessage("audit.event." + event, null, "", show.locale());
        return text != null && !text.isEmpty();
    }

    String choice(Formats show, String field, String value) {
        return orWords(show, field + "." + value, value);
    }

    /** As it stands within a sentence: English has no capital there, unless all of the word is capitals. */
    static String within(Formats show, String label) {
        boolean isEnglish = show.locale().getLanguage().equals("en");
        boolean isWord = label.length() > 1 && Character.isLowerCase(label.charAt(1));
        return isEnglish && isWord ? Character.toLowerCase(label.charAt(0)) + label.substring(1) : label;
    }

    /** What is wrong with a field; in the words of the check itself where there are no others. */
    String fault(Formats show, FieldError error) {
        String text = messages.getMessage("fault." + error.code(), null, error.message(), show.locale());
        return text == null ? error.message() : text;
    }
}
