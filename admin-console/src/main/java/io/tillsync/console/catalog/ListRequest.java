package io.tillsync.console.catalog;

import io.tillsync.console.values.Titles;
import io.tillsync.core.read.Entities.Query;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.Rules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list is asked for, by its address. What the type does not declare is left out: an address from elsewhere shows something all the
 * same.
 *
 * @param filters the values that fields must have, as in the address
 * @param equal the same, as they are kept
 * @param sort as in the address: a field's name, with a minus before it for the other direction; nothing for the usual order
 */
record ListRequest(
        EntityType type, String text, SequencedMap<String, String> filters, Map<String, Object> equal, String sort) {

    private static final int LONGEST_TEXT = 200;

    static ListRequest of(EntityType type, Map<String, String> parameters, Rules rules) {
        String text = Optional.ofNullable(parameters.get("q")).orElse("").strip();
        SequencedMap<String, String> filters = new LinkedHashMap<>();
        Map<String, Object> equal = new LinkedHashMap<>();
        type.fields().values().stream().filter(Field::filterable).forEach(field -> {
            String given =
                    Optional.ofNullable(parameters.get(field.name())).orElse("").strip();
            kept(field, given, rules).ifPresent(value -> {
                filters.put(field.name(), given);
                equal.put(field.name(), value);
            });
        });
        String sort = Optional.ofNullable(parameters.get("sort")).orElse("");
        return new ListRequest(
                type,
                text.substring(0, Math.min(text.length(), LONGEST_TEXT)),
                filters,
                equal,
                field(type, sort).isPresent() ? sort : "");
    }

    private static Optional<Object> kept(Field field, String given, Rules rules) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        try {
            Object raw = field.kind() instanceof Kind.Flag ? Boolean.valueOf(given.equals("true")) : given;
            return Optional.of(field.kind().read(field.name(), raw, rules));
        } catch (Kind.Refused e) {
            return Optional.empty();
        }
    }

    private static Optional<Field> field(EntityType type, String sort) {
        return type.field(sort.startsWith("-") ? sort.substring(1) : sort).filter(Field::sortable);
    }

    /** The usual order is by what the entities are called, else by their ids. */
    Optional<Field> sortField() {
        return field(type, sort).or(() -> Titles.fieldOf(type).filter(Field::sortable));
    }

    boolean isDescending() {
        return sort.startsWith("-");
    }

    Query query() {
        return new Query(text, equal, Map.of(), sortField(), isDescending());
    }

    /** Whether all entities are asked for. */
    public boolean isAll() {
        return text.isEmpty() && equal.isEmpty();
    }

    ListRequest sortedBy(String other) {
        return new ListRequest(type, text, filters, equal, other);
    }

    /** An address that asks for this. */
    public String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, Object> values = new LinkedHashMap<>(filters);
        if (!text.isEmpty()) {
            address.queryParam("q", "{q}");
            values.put("q", text);
        }
        filters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        if (!sort.isEmpty()) {
            address.queryParam("sort", sort);
        }
        return address.encode().buildAndExpand(values).toUriString();
    }
}
