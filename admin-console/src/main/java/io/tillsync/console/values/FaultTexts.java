package io.tillsync.console.values;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is wrong with fields, in the words of whoever filled them in. */
@Component
public class FaultTexts {

    private final MessageSource messages;

    FaultTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** All errors by the fields they are beside; of several of one field the first, which is the one that the others follow from. */
    public Map<String, String> byField(EntityType type, List<FieldError> errors, Rules rules, Locale locale) {
        Map<String, String> texts = new HashMap<>();
        errors.forEach(error -> texts.putIfAbsent(error.field(), text(type, error, rules, locale)));
        return texts;
    }

    public String text(EntityType type, FieldError error, Rules rules, Locale locale) {
        List<Object> arguments = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        type.field(error.field()).ifPresent(field -> {
            switch (field.kind()) {
                case Kind.Money money -> {
                    arguments.add(rules.moneyDecimals());
                    keys.add("number");
                }
                case Kind.Decimal decimal -> {
                    arguments.add(decimal.decimals());
                    keys.add(
                            error.code().equals("out-of-range") ? decimal.sign().name() : "number");
                }
                case Kind.Whole whole -> {
                    arguments.add(0);
                    keys.add(error.code().equals("out-of-range") ? "whole" : "number");
                    arguments.add(whole.min());
                    arguments.add(whole.max());
                }
                case Kind.Text text -> arguments.add(text.max());
                case Kind.Reference reference -> keys.add("reference");
                default -> {}
            }
        });
        keys.replaceAll(special -> "fault." + error.code() + "." + special);
        keys.add("fault." + error.code());
        return keys.stream()
                .map(key -> messages.getMessage(key, arguments.toArray(), "", locale))
                .filter(text -> text != null && !text.isEmpty())
                .findFirst()
                .orElse(error.message());
    }
}
