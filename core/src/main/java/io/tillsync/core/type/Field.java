package io.tillsync.core.type;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One field of an entity type.
 *
 * @param fallback the value of the field where none is given; empty where it is then absent
 * @param filterable whether a list can be filtered by equality with it
 * @param sortable whether a list can be sorted by it
 * @param hidden whether it is left out of what clients see (a pointer to a secret)
 * @param form what a text has to be beyond its kind
 */
public record Field(
        String name,
        Kind kind,
        boolean isRequired,
        Optional<Object> fallback,
        boolean filterable,
        boolean sortable,
        boolean hidden,
        Optional<Form> form) {

    /**
     * A rule for texts that is the field's own.
     *
     * @param words what is allowed, as in "must be …"
     */
    public record Form(Predicate<String> allows, String words) {}

    private static final int QUANTITY_DECIMALS = 3;

    private static Field of(String name, Kind kind) {
        return new Field(name, kind, false, Optional.empty(), false, false, false, Optional.empty());
    }

    public static Field text(String name, int max) {
        return of(name, new Kind.Text(max, false));
    }

    public static Field longText(String name, int max) {
        return of(name, new Kind.Text(max, true));
    }

    public static Field money(String name) {
        return of(name, new Kind.Money());
    }

    public static Field quantity(String name, Kind.Sign sign) {
        return of(name, new Kind.Decimal(QUANTITY_DECIMALS, sign));
    }

    public static Field decimal(String name, int decimals, Kind.Sign sign) {
        return of(name, new Kind.Decimal(decimals, sign));
    }

    public static Field whole(String name, long min, long max) {
        return of(name, new Kind.Whole(min, max));
    }

    public static Field flag(String name) {
        return of(name, new Kind.Flag());
    }

    public static Field choice(String name, List<String> values) {
        return of(name, new Kind.Choice(values));
    }

    public static Field json(String name, int maxLength) {
        return of(name, new Kind.Json(maxLength));
    }

    public static Field reference(String name, String type) {
        return of(name, new Kind.Reference(type, false)).filter();
    }

    public static Field references(String name, String type) {
        return of(name, new Kind.Reference(type, true));
    }

    public Field required() {
        return new Field(name, kind, true, fallback, filterable, sortable, hidden, form);
    }

    public Field orElse(Object value) {
        return new Field(name, kind, isRequired, Optional.of(value), filterable, sortable, hidden, form);
    }

    public Field filter() {
        return new Field(name, kind, isRequired, fallback, true, sortable, hidden, form);
    }

    public Field sort() {
        return new Field(name, kind, isRequired, fallback, filterable, true, hidden, form);
    }

    public Field hide() {
        return new Field(name, kind, isRequired, fallback, filterable, sortable, true, form);
    }

    public Field matching(Predicate<String> allows, String words) {
        Form own = new Form(allows, words);
        return new Field(name, kind, isRequired, fallback, filterable, sortable, hidden, Optional.of(own));
    }

    /** What is wrong with a value of this field's kind. */
    Optional<FieldError> fault(Object value) {
        return form.filter(
                        rule -> value instanceof String text && !rule.allows().test(text))
                .map(rule -> FieldError.invalid(name, "must be " + rule.words()));
    }

    /** Whether two values of this field are the same to its readers: {@code 1.50} and {@code 1.5} are. */
    public static boolean same(Object one, Object other) {
        return (one instanceof BigDecimal a && other instanceof BigDecimal b) ? a.compareTo(b) == 0 : one.equals(other);
    }
}
