package io.tillsync.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.servlet.support.RequestContextUtils;

/** How values look to a visitor: in their language, in the store's time zone, in the business's currency. */
public record Formats(Locale locale, ZoneId zone, Optional<Currency> currency) {

    static Formats of(Optional<Place> place, HttpServletRequest request) {
        return new Formats(
                RequestContextUtils.getLocale(request),
                place.map(at -> at.store().timeZone()).orElse(ZoneOffset.UTC),
                place.map(at -> at.business().currency()));
    }

    /** An amount of the business's money, with its sign and at least its usual decimals. */
    public String money(BigDecimal amount) {
        NumberFormat format = currency.map(unit -> {
                    NumberFormat money = NumberFormat.getCurrencyInstance(locale);
                    money.setCurrency(unit);
                    money.setMinimumFractionDigits(unit.getDefaultFractionDigits());
                    money.setMaximumFractionDigits(Math.max(unit.getDefaultFractionDigits(), amount.scale()));
                    return money;
                })
                .orElseGet(() -> NumberFormat.getNumberInstance(locale));
        return format.format(amount);
    }

    public String number(Number number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(6);
        return format.format(number);
    }

    /** Day and time to the minute. */
    public String when(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(time);
    }

    /** Day and time to the second, with the zone: for who looks closely. */
    public String exactly(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.LONG)
                .withLocale(locale)
                .withZone(zone)
                .format(time);
    }
}
