package io.tillsync.console.setup;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** The currencies that a business can count in, as they are called in a language. */
final class Currencies {

    private Currencies() {}

    record Choice(String code, String name) {}

    static List<Choice> in(Locale locale) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .map(currency -> new Choice(currency.getCurrencyCode(), currency.getDisplayName(locale)))
                .filter(choice -> !choice.name().matches(".*\\d{4}.*"))
                .sorted(Comparator.comparing(Choice::code))
                .toList();
    }

    /** The one that is used where the visitor's language is spoken, as far as it says where; else the euro. */
    static String usual(Locale locale) {
        try {
            Currency currency = Currency.getInstance(locale);
            return currency == null ? "EUR" : currency.getCurrencyCode();
        } catch (IllegalArgumentException e) {
            return "EUR";
        }
    }
}
