package io.tillsync.console.catalog;

import io.tillsync.console.values.TypedNumbers;
import io.tillsync.core.bulk.BulkEdit;
import io.tillsync.core.bulk.Rounding;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.Rules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to do to many entities.
 *
 * @param field that it is about
 * @param form as it was sent
 */
record BulkForm(EntityType type, Field field, Map<String, String> form) {

    /** What can be done to many at once: a place in an order, a switch, an amount. */
    static List<Field> fields(EntityType type) {
        return type.fields().values().stream()
                .filter(field -> !field.hidden())
                .filter(field -> field.kind() instanceof Kind.Money
                        || field.kind() instanceof Kind.Flag
                        || (field.kind() instanceof Kind.Reference reference
                                && !reference.many()
                                && isFree(type, field)))
                .toList();
    }

    private static boolean isFree(EntityType type, Field field) {
        return type.uniques().stream().noneMatch(unique -> unique.field().equals(field.name()));
    }

    /** Empty where nothing of the type can be edited so. */
    static Optional<BulkForm> of(EntityType type, Map<String, String> form) {
        List<Field> fields = fields(type);
        String wanted = form.getOrDefault("field", "");
        return fields.stream()
                .filter(field -> field.name().equals(wanted))
                .findFirst()
                .or(() -> fields.stream()
                        .filter(field -> field.kind() instanceof Kind.Money)
                        .findFirst())
                .or(() -> fields.stream().findFirst())
                .map(field -> new BulkForm(type, field, form));
    }

    public String kind() {
        return field.kind() instanceof Kind.Money ? "money" : field.kind() instanceof Kind.Flag ? "flag" : "reference";
    }

    public String target() {
        return field.kind() instanceof Kind.Reference reference ? reference.type() : "";
    }

    public boolean isByAmount() {
        return given("by").equals("amount");
    }

    public String given(String name) {
        return form.getOrDefault(name, "");
    }

    /** The edit that is meant; empty as long as something is missing or cannot be read. */
    Optional<BulkEdit> edit(Rules rules, Locale locale) {
        return switch (field.kind()) {
            case Kind.Flag flag ->
                given("value").isEmpty()
                        ? Optional.empty()
                        : Optional.of(new BulkEdit.Set(
                                field, Optional.of(given("value").equals("true"))));
            case Kind.Reference reference -> reference();
            default -> TypedNumbers.read(given("change"), locale).flatMap(change -> number(change, rules));
        };
    }

    private Optional<BulkEdit> reference() {
        if (given("value").isEmpty()) {
            return given("clear").isEmpty() || field.isRequired()
                    ? Optional.empty()
                    : Optional.of(new BulkEdit.Set(field, Optional.empty()));
        }
        return Optional.of(new BulkEdit.Set(field, Optional.of(given("value"))));
    }

    private Optional<BulkEdit> number(BigDecimal change, Rules rules) {
        Rounding rounding = Rounding.named(given("rounding"), rules.moneyDecimals())
                .orElseGet(() -> Rounding.of(rules.moneyDecimals()).getFirst());
        boolean isReasonable = change.abs().compareTo(BigDecimal.valueOf(1_000_000)) < 0 && change.scale() <= 6;
        return isReasonable
                ? Optional.of(
                        isByAmount()
                                ? new BulkEdit.ByAmount(field, change, rounding)
                                : new BulkEdit.ByPercent(field, change, rounding))
                : Optional.empty();
    }
}
